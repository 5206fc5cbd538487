#include <dirent.h>
#include <errno.h>
#include <string.h>
#include "../internal/names.h"

INNER_NAME(readdir);

/* Gives the error. */
int readdir_r(DIR *directory, struct dirent *entry, struct dirent **result)
{
    int before = errno;
    struct dirent *next;
    size_t name;

    errno = 0;
    next = __readdir(directory);
    if (!next) {
        int error = errno;
        errno = before;
        *result = NULL;
        return error;
    }
    errno = before;
    name = strlen(next->d_name);
    memcpy(entry, next, (size_t)((char *)next->d_name - (char *)next) + name + 1);
    *result = entry;
    return 0;
}
