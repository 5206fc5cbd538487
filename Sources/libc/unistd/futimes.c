#include <errno.h>
#include <fcntl.h>
#include <sys/time.h>
#include "../internal/sys.h"

/* Times of files in microseconds. */
static int set_times(int directory, const char *path, const struct timeval times[2], int flags)
{
    struct timespec precise[2];
    int i;

    for (i = 0; times && i < 2; i++) {
        precise[i].tv_sec = times[i].tv_sec;
        precise[i].tv_nsec = times[i].tv_usec * 1000;
    }
    return (int)__sys_result(sys_utimensat(directory, path, times ? precise : NULL, flags));
}

int futimes(int fd, const struct timeval times[2])
{
    return fd < 0 ? (int)__sys_result(-EBADF) : set_times(fd, NULL, times, 0);
}

int lutimes(const char *path, const struct timeval times[2])
{
    return set_times(AT_FDCWD, path, times, AT_SYMLINK_NOFOLLOW);
}

int futimesat(int directory, const char *path, const struct timeval times[2])
{
    return set_times(directory, path, times, 0);
}
