#include <unistd.h>
#include "../internal/sys.h"

ssize_t pread(int fd, void *bytes, size_t size, off_t offset)
{
    return __sys_result(sys_pread64(fd, bytes, size, offset));
}
