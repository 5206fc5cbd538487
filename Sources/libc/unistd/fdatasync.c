#include <unistd.h>
#include "../internal/sys.h"

int fdatasync(int fd)
{
    return (int)__sys_result(sys_fsync(fd));
}
