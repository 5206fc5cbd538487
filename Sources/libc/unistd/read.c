#include <unistd.h>
#include "../internal/sys.h"

ssize_t read(int fd, void *bytes, size_t size)
{
    return __sys_result(sys_read(fd, bytes, size));
}
