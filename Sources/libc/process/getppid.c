#include <unistd.h>
#include "../internal/sys.h"

pid_t getppid(void)
{
    return (pid_t)__sys_result(sys_getppid());
}
