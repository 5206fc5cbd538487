#include <unistd.h>
#include "../internal/sys.h"

int dup3(int fd, int to, int flags)
{
    return (int)__sys_result(sys_dup3(fd, to, flags));
}
