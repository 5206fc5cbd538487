#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "../internal/names.h"
#include "../internal/sys.h"

/* Without a buffer the result is allocated. */
char *__getcwd(char *path, size_t size)
{
    char buffer[PATH_MAX];

    if (!path) {
        if (__sys_result(sys_getcwd(buffer, sizeof buffer)) < 0)
            return NULL;
        if (size < strlen(buffer) + 1)
            size = strlen(buffer) + 1;
        path = malloc(size);
        return path ? strcpy(path, buffer) : NULL;
    }
    if (size == 0) {
        errno = EINVAL;
        return NULL;
    }
    return __sys_result(sys_getcwd(path, size)) < 0 ? NULL : path;
}
PUBLIC_NAME(getcwd);
