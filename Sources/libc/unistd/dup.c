#include <unistd.h>
#include "../internal/sys.h"

int dup(int fd)
{
    return (int)__sys_result(sys_dup(fd));
}
