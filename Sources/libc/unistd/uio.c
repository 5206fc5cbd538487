#include <sys/uio.h>
#include "../internal/sys.h"

ssize_t readv(int fd, const struct iovec *parts, int count)
{
    return __sys_result(sys_readv(fd, parts, count));
}

ssize_t writev(int fd, const struct iovec *parts, int count)
{
    return __sys_result(sys_writev(fd, parts, count));
}

ssize_t preadv(int fd, const struct iovec *parts, int count, off_t offset)
{
    return SYSTEM_CALL4(preadv, fd, parts, count, offset);
}

ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset)
{
    return SYSTEM_CALL4(pwritev, fd, parts, count, offset);
}
