#include <sys/wait.h>
#include "../internal/sys.h"

pid_t wait4(pid_t pid, int *status, int options, struct rusage *usage)
{
    return (pid_t)__sys_result(sys_wait4(pid, status, options, usage));
}

pid_t waitpid(pid_t pid, int *status, int options)
{
    return (pid_t)__sys_result(sys_wait4(pid, status, options, NULL));
}

pid_t wait(int *status)
{
    return (pid_t)__sys_result(sys_wait4(-1, status, 0, NULL));
}

pid_t wait3(int *status, int options, struct rusage *usage)
{
    return wait4(-1, status, options, usage);
}
