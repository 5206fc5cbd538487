#include <unistd.h>
#include "../internal/sys.h"

pid_t getpid(void)
{
    return (pid_t)__sys_result(sys_getpid());
}
