#include <unistd.h>
#include "../internal/sys.h"

int close(int fd)
{
    return (int)__sys_result(sys_close(fd));
}
