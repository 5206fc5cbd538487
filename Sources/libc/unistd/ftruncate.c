#include <unistd.h>
#include "../internal/sys.h"

int ftruncate(int fd, off_t size)
{
    return (int)__sys_result(sys_ftruncate(fd, size));
}
