#include <unistd.h>
#include "../internal/names.h"
#include "../internal/sys.h"

ssize_t __write(int fd, const void *bytes, size_t size)
{
    return __sys_result(sys_write(fd, bytes, size));
}
PUBLIC_NAME(write);
