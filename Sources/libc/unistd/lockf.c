#include <errno.h>
#include <fcntl.h>
#include <unistd.h>
#include "../internal/names.h"

INNER_NAME(fcntl);
INNER_NAME(getpid);

int lockf(int fd, int command, off_t size)
{
    struct flock lock = {F_WRLCK, SEEK_CUR, 0, 0, 0};

    lock.l_len = size;
    switch (command) {
    case F_ULOCK:
        lock.l_type = F_UNLCK;
        return __fcntl(fd, F_SETLK, &lock);
    case F_LOCK:
        return __fcntl(fd, F_SETLKW, &lock);
    case F_TLOCK:
        return __fcntl(fd, F_SETLK, &lock);
    case F_TEST:
        if (__fcntl(fd, F_GETLK, &lock) < 0)
            return -1;
        if (lock.l_type == F_UNLCK || lock.l_pid == __getpid())
            return 0;
        errno = EACCES;
        return -1;
    }
    errno = EINVAL;
    return -1;
}
