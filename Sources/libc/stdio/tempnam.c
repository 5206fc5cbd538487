#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "../internal/names.h"
#include "../internal/tempname.h"

INNER_NAME(access);
INNER_NAME(stat);

static int is_folder(const char *path)
{
    struct stat status;

    return path && __stat(path, &status) == 0 && S_ISDIR(status.st_mode) && __access(path, W_OK | X_OK) == 0;
}

char *tempnam(const char *folder, const char *prefix)
{
    const char *wanted = getenv("TMPDIR");
    char *name;
    int tries;

    if (!is_folder(wanted)) wanted = is_folder(folder) ? folder : P_tmpdir;
    name = malloc(strlen(wanted) + 16);
    if (!name) return NULL;
    for (tries = 0; tries < 100; tries++) {
        size_t length = (size_t)sprintf(name, "%s/%.5sXXXXXX", wanted, prefix ? prefix : "");
        __random_letters(name + length - 6);
        if (__access(name, F_OK) < 0 && errno == ENOENT) return name;
    }
    free(name);
    return NULL;
}
