#include <unistd.h>
#include "../internal/sys.h"

pid_t getsid(pid_t pid)
{
    return (pid_t)__sys_result(sys_getsid(pid));
}

pid_t gettid(void)
{
    return (pid_t)sys_gettid();
}
