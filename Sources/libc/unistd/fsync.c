#include <unistd.h>
#include "../internal/sys.h"

int fsync(int fd)
{
    return (int)__sys_result(sys_fsync(fd));
}
