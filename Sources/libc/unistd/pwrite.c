#include <unistd.h>
#include "../internal/sys.h"

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t offset)
{
    return __sys_result(sys_pwrite64(fd, bytes, size, offset));
}
