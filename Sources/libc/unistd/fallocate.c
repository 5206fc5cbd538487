#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include "../internal/names.h"
#include "../internal/sys.h"

INNER_NAME(fstat);

int fallocate(int fd, int mode, off_t offset, off_t size)
{
    return (int)SYSTEM_CALL4(fallocate, fd, mode, offset, size);
}

/* Gives the error. Where the file system cannot reserve room, a byte is written to each block that has none. */
int posix_fallocate(int fd, off_t offset, off_t size)
{
    long answer;
    struct stat status;
    off_t at, step;

    if (offset < 0 || size <= 0) return EINVAL;
    answer = __system_call(SYS_fallocate, fd, 0, offset, size, 0, 0);
    if (answer != -EOPNOTSUPP && answer != -ENOSYS) return (int)-answer;
    if (__fstat(fd, &status) < 0) return errno;
    step = status.st_blksize > 0 && status.st_blksize < 4096 ? status.st_blksize : 4096;
    for (at = offset; at < offset + size; at += step) {
        char byte = 0;
        if (at < status.st_size && sys_pread64(fd, &byte, 1, at) == 1 && byte != 0) continue;
        answer = sys_pwrite64(fd, &byte, 1, at);
        if (answer < 0) return (int)-answer;
    }
    at = offset + size - 1;
    if (at >= status.st_size && (answer = sys_pwrite64(fd, "", 1, at)) < 0) return (int)-answer;
    return 0;
}
