#include <unistd.h>
#include "../internal/sys.h"

int fchdir(int fd)
{
    return (int)__sys_result(sys_fchdir(fd));
}
