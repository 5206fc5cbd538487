#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "../internal/names.h"

INNER_NAME(closedir);
INNER_NAME(lstat);
INNER_NAME(opendir);
INNER_NAME(readdir);
INNER_NAME(stat);

/* Walks through a tree of files. The names of a folder are read before its files are visited, so one folder is open at a
   time however deep the tree is. */

struct tree_walk {
    int (*simple)(const char *, const struct stat *, int);
    int (*full)(const char *, const struct stat *, int, struct FTW *);
    int flags;
    dev_t device;
    /* The path of the file that is visited; it grows. */
    char *path;
    size_t room;
};

/* The folders on the way down, so that a link back up is not followed. */
struct tree_folder {
    const struct tree_folder *above;
    dev_t device;
    ino_t number;
};

static int visit_file(struct tree_walk *walk, const struct stat *status, int kind, int base, int level)
{
    struct FTW place;

    if (walk->simple) return walk->simple(walk->path, status, kind);
    place.base = base;
    place.level = level;
    return walk->full(walk->path, status, kind, &place);
}

/* The names in a folder one after the other, the last one followed by an empty one; NULL with errno. */
static char *read_folder(const char *path)
{
    DIR *folder = __opendir(path);
    struct dirent *entry;
    char *names = NULL, *larger;
    size_t used = 0, room = 0;
    int error = 0;

    if (!folder) return NULL;
    for (;;) {
        const char *name = "";
        size_t size;
        errno = 0;
        entry = __readdir(folder);
        if (entry) {
            name = entry->d_name;
            if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0) continue;
        } else {
            error = errno;
        }
        size = strlen(name) + 1;
        if (used + size > room) {
            room = 2 * (room + size) + 256;
            larger = realloc(names, room);
            if (!larger) {
                error = ENOMEM;
                break;
            }
            names = larger;
        }
        memcpy(names + used, name, size);
        used += size;
        if (!entry) break;
    }
    __closedir(folder);
    if (error) {
        free(names);
        names = NULL;
        errno = error;
    }
    return names;
}

static int walk_tree(struct tree_walk *walk, int base, int level, const struct tree_folder *above)
{
    struct stat status;
    struct tree_folder here;
    const struct tree_folder *folder;
    char *names = NULL, *name;
    size_t length = strlen(walk->path);
    int kind, result;

    kind = FTW_F;
    if ((walk->flags & FTW_PHYS ? __lstat : __stat)(walk->path, &status) < 0) {
        if (!(walk->flags & FTW_PHYS) && (errno == ENOENT || errno == ELOOP) && __lstat(walk->path, &status) == 0) kind = FTW_SLN;
        else if (errno != EACCES || level == 0) return -1;
        else kind = FTW_NS;
    } else if (S_ISDIR(status.st_mode)) {
        kind = FTW_D;
    } else if (S_ISLNK(status.st_mode)) {
        kind = FTW_SL;
    }
    if (walk->simple && kind == FTW_SLN) kind = FTW_NS;
    if (level == 0) walk->device = status.st_dev;
    if (walk->flags & FTW_MOUNT && kind != FTW_NS && status.st_dev != walk->device) return 0;
    if (kind != FTW_D) return visit_file(walk, &status, kind, base, level);

    for (folder = above; folder; folder = folder->above)
        if (folder->device == status.st_dev && folder->number == status.st_ino) return 0;
    here.above = above;
    here.device = status.st_dev;
    here.number = status.st_ino;
    names = read_folder(walk->path);
    if (!names && errno != EACCES) return -1;
    if (!names) return visit_file(walk, &status, FTW_DNR, base, level);
    result = walk->flags & FTW_DEPTH ? 0 : visit_file(walk, &status, FTW_D, base, level);
    if (length == 1 && walk->path[0] == '/') length = 0;
    for (name = names; *name && result == 0; name += strlen(name) + 1) {
        size_t size = strlen(name) + 1;
        if (length + 1 + size > walk->room) {
            char *larger = realloc(walk->path, 2 * (length + 1 + size));
            if (!larger) {
                result = -1;
                break;
            }
            walk->path = larger;
            walk->room = 2 * (length + 1 + size);
        }
        walk->path[length] = '/';
        memcpy(walk->path + length + 1, name, size);
        result = walk_tree(walk, (int)length + 1, level + 1, &here);
        if (walk->flags & FTW_ACTIONRETVAL) {
            if (result == FTW_SKIP_SUBTREE) result = FTW_CONTINUE;
            if (result == FTW_SKIP_SIBLINGS) {
                result = FTW_CONTINUE;
                break;
            }
        }
    }
    free(names);
    walk->path[length] = 0;
    if (length == 0) strcpy(walk->path, "/");
    if (result == 0 && walk->flags & FTW_DEPTH) result = visit_file(walk, &status, FTW_DP, base, level);
    return result;
}

static int begin_walk(struct tree_walk *walk, const char *path)
{
    const char *slash;
    int result, base;
    size_t length = strlen(path);

    walk->room = length + 256;
    walk->path = malloc(walk->room);
    if (!walk->path) return -1;
    strcpy(walk->path, path);
    while (length > 1 && walk->path[length - 1] == '/') walk->path[--length] = 0;
    slash = strrchr(walk->path, '/');
    base = slash && slash[1] ? (int)(slash + 1 - walk->path) : 0;
    result = walk_tree(walk, base, 0, NULL);
    free(walk->path);
    return result;
}

int ftw(const char *path, int (*function)(const char *path, const struct stat *status, int kind), int most_open)
{
    struct tree_walk walk;

    (void)most_open;
    memset(&walk, 0, sizeof walk);
    walk.simple = function;
    return begin_walk(&walk, path);
}

/* With FTW_CHDIR the current folder would be that of each file; the paths are absolute then all the same. */
int nftw(const char *path, int (*function)(const char *path, const struct stat *status, int kind, struct FTW *place),
         int most_open, int flags)
{
    struct tree_walk walk;

    (void)most_open;
    if (flags & FTW_CHDIR) {
        errno = ENOTSUP;
        return -1;
    }
    memset(&walk, 0, sizeof walk);
    walk.full = function;
    walk.flags = flags;
    return begin_walk(&walk, path);
}
