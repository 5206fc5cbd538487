#include <fcntl.h>
#include <sys/uio.h>
#include "../internal/sys.h"

ssize_t splice(int from, off_t *from_offset, int to, off_t *to_offset, size_t size, unsigned int flags)
{
    return SYSTEM_CALL(splice, from, from_offset, to, to_offset, size, flags);
}

ssize_t tee(int from, int to, size_t size, unsigned int flags)
{
    return SYSTEM_CALL4(tee, from, to, size, flags);
}

ssize_t vmsplice(int fd, const struct iovec *parts, size_t count, unsigned int flags)
{
    return SYSTEM_CALL4(vmsplice, fd, parts, count, flags);
}

ssize_t readahead(int fd, off_t offset, size_t size)
{
    return SYSTEM_CALL3(readahead, fd, offset, size);
}

int sync_file_range(int fd, off_t offset, off_t size, unsigned int flags)
{
    return (int)SYSTEM_CALL4(sync_file_range, fd, offset, size, flags);
}
