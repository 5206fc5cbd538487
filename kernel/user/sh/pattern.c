#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "sh.h"

/* [abc], [a-z], [!abc]; *pattern stands behind the [ and is moved behind the ]. 0 also if there is no ]. */
static int in_set(const char **pattern, char character)
{
    const char *at = *pattern;
    int is_inverted = *at == '!' || *at == '^';
    int found = 0;

    if (is_inverted)
        at++;
    for (const char *first = at; *at != ']' || at == first; at++) {
        char low, high;

        if (*at == '\\' && at[1])
            at++;
        if (!*at)
            return 0;
        low = high = *at;
        if (at[1] == '-' && at[2] && at[2] != ']') {
            high = at[2];
            at += 2;
        }
        found |= low <= character && character <= high;
    }
    *pattern = at + 1;
    return found != is_inverted;
}

int pattern_matches(const char *pattern, const char *text)
{
    /* Where the last * stands and what it has swallowed; it is given more when the rest does not match. */
    const char *star = NULL, *retry = NULL;

    for (;;) {
        const char *at = pattern;

        if (*at == '*') {
            star = ++pattern;
            retry = text;
            continue;
        }
        if (!*at && !*text)
            return 1;
        if (*at && *text) {
            int matches;

            at++;
            if (pattern[0] == '?')
                matches = 1;
            else if (pattern[0] == '[')
                matches = in_set(&at, *text);
            else {
                if (pattern[0] == '\\' && *at)
                    at++;
                matches = at[-1] == *text;
            }
            if (matches) {
                pattern = at;
                text++;
                continue;
            }
        }
        if (!star || !*retry)
            return 0;
        pattern = star;
        text = ++retry;
    }
}

/* Goes on below `folder` (which ends in / or is empty) with the rest of the pattern. */
static void walk(const char *folder, const char *pattern, struct texts *paths)
{
    size_t length = strcspn(pattern, "/");
    char *part = keep_text(pattern, length);
    const char *rest = pattern + length + strspn(pattern + length, "/");
    DIR *directory = opendir(*folder ? folder : ".");
    struct dirent *entry;

    if (!directory)
        return;
    while ((entry = readdir(directory))) {
        size_t size = strlen(folder) + strlen(entry->d_name) + 2;
        struct stat status;
        char *path;

        if ((entry->d_name[0] == '.' && part[0] != '.') || !pattern_matches(part, entry->d_name))
            continue;
        path = keep(size);
        strcpy(path, folder);
        strcat(path, entry->d_name);
        if (!pattern[length]) {
            texts_add(paths, path);
            continue;
        }
        if (stat(path, &status) != 0 || !S_ISDIR(status.st_mode))
            continue;
        strcat(path, "/");
        if (*rest)
            walk(path, rest, paths);
        else
            texts_add(paths, path);
    }
    closedir(directory);
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

void pattern_paths(const char *pattern, struct texts *paths)
{
    size_t before = paths->count;

    if (pattern[0] == '/')
        walk("/", pattern + strspn(pattern, "/"), paths);
    else
        walk("", pattern, paths);
    if (paths->count > before)
        qsort(paths->at + before, paths->count - before, sizeof(char *), compare);
}
