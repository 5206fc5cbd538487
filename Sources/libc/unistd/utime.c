#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <utime.h>
#include "../internal/sys.h"

int utimensat(int directory, const char *path, const struct timespec times[2], int flags)
{
    return (int)__sys_result(sys_utimensat(directory, path, times, flags));
}

int futimens(int fd, const struct timespec times[2])
{
    return (int)__sys_result(fd < 0 ? -EBADF : sys_utimensat(fd, NULL, times, 0));
}

int utimes(const char *path, const struct timeval times[2])
{
    struct timespec precise[2];
    int i;

    if (!times)
        return utimensat(AT_FDCWD, path, NULL, 0);
    for (i = 0; i < 2; i++) {
        precise[i].tv_sec = times[i].tv_sec;
        precise[i].tv_nsec = times[i].tv_usec * 1000;
    }
    return utimensat(AT_FDCWD, path, precise, 0);
}

int utime(const char *path, const struct utimbuf *times)
{
    struct timespec precise[2];

    if (!times)
        return utimensat(AT_FDCWD, path, NULL, 0);
    precise[0].tv_sec = times->actime;
    precise[1].tv_sec = times->modtime;
    precise[0].tv_nsec = precise[1].tv_nsec = 0;
    return utimensat(AT_FDCWD, path, precise, 0);
}
