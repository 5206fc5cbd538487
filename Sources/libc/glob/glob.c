#include <dirent.h>
#include <errno.h>
#include <fnmatch.h>
#include <glob.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "../internal/names.h"

INNER_NAME(closedir);
INNER_NAME(fnmatch);
INNER_NAME(getpwnam);
INNER_NAME(lstat);
INNER_NAME(opendir);
INNER_NAME(readdir);
INNER_NAME(stat);
INNER_NAME(strndup);

struct globbing {
    glob_t *names;
    int (*failed)(const char *path, int error);
    int flags;
    /* The path so far; it grows. */
    char *path;
    size_t room;
};

static int add_glob_name(glob_t *names, const char *path, int mark)
{
    size_t count = names->gl_offs + names->gl_pathc, length = strlen(path);
    char **all = realloc(names->gl_pathv, (count + 2) * sizeof *all);
    char *copy = malloc(length + 2);

    if (all) names->gl_pathv = all;
    if (!all || !copy) {
        free(copy);
        return GLOB_NOSPACE;
    }
    memcpy(copy, path, length + 1);
    if (mark) memcpy(copy + length, "/", 2);
    all[count] = copy;
    all[count + 1] = NULL;
    names->gl_pathc++;
    return 0;
}

/* Puts a part of a path, with escapes removed or not, behind the first `length` bytes. The new length, 0 without memory. */
static size_t put_glob_part(struct globbing *work, size_t length, const char *part, size_t size, int plain)
{
    size_t i;

    if (length + size + 1 > work->room) {
        size_t room = 2 * (length + size) + 64;
        char *path = realloc(work->path, room);

        if (!path) return 0;
        work->path = path;
        work->room = room;
    }
    for (i = 0; i < size; i++) {
        if (!plain && part[i] == '\\' && !(work->flags & GLOB_NOESCAPE) && i + 1 < size) i++;
        work->path[length++] = part[i];
    }
    work->path[length] = 0;
    return length;
}

static int has_glob_magic(const char *part, size_t size, int flags)
{
    size_t i;

    for (i = 0; i < size; i++) {
        if (part[i] == '*' || part[i] == '?' || part[i] == '[') return 1;
        if (part[i] == '\\' && !(flags & GLOB_NOESCAPE)) i++;
    }
    return 0;
}

static int walk_glob(struct globbing *work, size_t length, const char *pattern);

/* The directory that the path names, and its entries that match the pattern's next part. */
static int walk_glob_entries(struct globbing *work, size_t length, const char *part, size_t size)
{
    int match_flags = (work->flags & GLOB_NOESCAPE ? FNM_NOESCAPE : 0) | (work->flags & GLOB_PERIOD ? 0 : FNM_PERIOD);
    char *pattern = malloc(size + 1);
    DIR *folder;
    struct dirent *entry;
    int error = 0;

    if (!pattern) return GLOB_NOSPACE;
    memcpy(pattern, part, size);
    pattern[size] = 0;
    folder = __opendir(length ? work->path : ".");
    if (!folder) {
        free(pattern);
        if (errno == ENOTDIR || errno == ENOENT) return 0;
        if (work->failed && work->failed(length ? work->path : ".", errno)) return GLOB_ABORTED;
        return work->flags & GLOB_ERR ? GLOB_ABORTED : 0;
    }
    while (!error && (entry = __readdir(folder)) != NULL)
        if (__fnmatch(pattern, entry->d_name, match_flags) == 0) {
            size_t longer = put_glob_part(work, length, entry->d_name, strlen(entry->d_name), 1);

            error = longer ? walk_glob(work, longer, part + size) : GLOB_NOSPACE;
        }
    __closedir(folder);
    free(pattern);
    return error;
}

/* What the rest of the pattern finds behind the first `length` bytes of the path. */
static int walk_glob(struct globbing *work, size_t length, const char *pattern)
{
    for (;;) {
        size_t slashes = strspn(pattern, "/"), size;
        struct stat status;

        if (slashes && !(length = put_glob_part(work, length, pattern, slashes, 1))) return GLOB_NOSPACE;
        pattern += slashes;
        if (!*pattern) {
            int is_folder;

            if (!length || __lstat(work->path, &status)) return 0;
            is_folder = S_ISDIR(status.st_mode);
            if (S_ISLNK(status.st_mode) && work->flags & GLOB_MARK && __stat(work->path, &status) == 0)
                is_folder = S_ISDIR(status.st_mode);
            return add_glob_name(work->names, work->path,
                                 is_folder && work->flags & GLOB_MARK && work->path[length - 1] != '/');
        }
        size = strcspn(pattern, "/");
        if (has_glob_magic(pattern, size, work->flags)) {
            if (length) {
                work->path[length] = 0;
                if (__stat(work->path, &status) == 0 && !S_ISDIR(status.st_mode)) return 0;
            }
            return walk_glob_entries(work, length, pattern, size);
        }
        if (!(length = put_glob_part(work, length, pattern, size, 0))) return GLOB_NOSPACE;
        pattern += size;
    }
}

/* ~ and ~NAME at the beginning: puts the home into the path and gives what is left of the pattern. */
static const char *expand_glob_home(struct globbing *work, const char *pattern, size_t *length)
{
    size_t size = strcspn(pattern, "/");
    const char *home = NULL;

    if (size == 1) {
        home = getenv("HOME");
    } else {
        char *name = __strndup(pattern + 1, size - 1);
        struct passwd *user = name ? __getpwnam(name) : NULL;

        free(name);
        if (user) home = user->pw_dir;
    }
    if (!home || !(*length = put_glob_part(work, 0, home, strlen(home), 1))) return pattern;
    return pattern + size;
}

static int compare_glob_names(const void *one, const void *two)
{
    return strcmp(*(char *const *)one, *(char *const *)two);
}

int glob(const char *pattern, int flags, int (*failed)(const char *path, int error), glob_t *names)
{
    const char *rest = pattern;
    struct globbing work;
    size_t length = 0, before, i;
    int error;

    if (!(flags & GLOB_DOOFFS)) names->gl_offs = 0;
    if (!(flags & GLOB_APPEND)) {
        names->gl_pathc = 0;
        names->gl_pathv = malloc((names->gl_offs + 1) * sizeof(char *));
        if (!names->gl_pathv) return GLOB_NOSPACE;
        for (i = 0; i <= names->gl_offs; i++) names->gl_pathv[i] = NULL;
    }
    names->gl_flags = flags;
    before = names->gl_pathc;
    work.names = names;
    work.failed = failed;
    work.flags = flags;
    work.path = NULL;
    work.room = 0;
    if (flags & GLOB_TILDE && *pattern == '~') rest = expand_glob_home(&work, pattern, &length);
    error = walk_glob(&work, length, rest);
    free(work.path);
    if (error) return error;
    if (names->gl_pathc == before) return flags & GLOB_NOCHECK ? add_glob_name(names, pattern, 0) : GLOB_NOMATCH;
    if (!(flags & GLOB_NOSORT))
        qsort(names->gl_pathv + names->gl_offs + before, names->gl_pathc - before, sizeof(char *), compare_glob_names);
    return 0;
}

void globfree(glob_t *names)
{
    size_t i;

    for (i = 0; i < names->gl_pathc; i++) free(names->gl_pathv[names->gl_offs + i]);
    free(names->gl_pathv);
    names->gl_pathv = NULL;
    names->gl_pathc = 0;
}
