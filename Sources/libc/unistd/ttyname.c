#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "../internal/names.h"

INNER_NAME(fstat);
INNER_NAME(isatty);
INNER_NAME(readlink);
INNER_NAME(stat);

/* Whether a path is the device that a descriptor is open on. */
static int ttyname_is(const struct stat *open, const char *path)
{
    struct stat named;

    return __stat(path, &named) == 0 && S_ISCHR(named.st_mode) && named.st_rdev == open->st_rdev && named.st_ino == open->st_ino
        && named.st_dev == open->st_dev;
}

/* /proc knows the path; a kernel whose /proc has no descriptors has a console and no other terminal. */
int __ttyname_r(int fd, char *name, size_t size)
{
    char link[32], path[64];
    struct stat open;
    ssize_t length;

    if (!__isatty(fd))
        return errno;
    if (__fstat(fd, &open) != 0)
        return errno;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    length = __readlink(link, path, sizeof path - 1);
    if (length < 0) {
        strcpy(path, "/dev/console");
        length = (ssize_t)strlen(path);
    }
    path[length] = 0;
    if (!ttyname_is(&open, path))
        return errno = ENODEV;
    if ((size_t)length >= size)
        return errno = ERANGE;
    strcpy(name, path);
    return 0;
}
PUBLIC_NAME(ttyname_r);

char *__ttyname(int fd)
{
    static char name[64];

    return __ttyname_r(fd, name, sizeof name) == 0 ? name : NULL;
}
PUBLIC_NAME(ttyname);

char *__getlogin(void)
{
    return getenv("LOGNAME");
}
PUBLIC_NAME(getlogin);
