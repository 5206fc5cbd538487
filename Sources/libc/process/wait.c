#include <sys/wait.h>
#include "../internal/names.h"
#include "../internal/sys.h"

pid_t __wait4(pid_t pid, int *status, int options, struct rusage *usage)
{
    return (pid_t)__sys_result(sys_wait4(pid, status, options, usage));
}
PUBLIC_NAME(wait4);

pid_t __waitpid(pid_t pid, int *status, int options)
{
    return (pid_t)__sys_result(sys_wait4(pid, status, options, NULL));
}
PUBLIC_NAME(waitpid);

pid_t __wait(int *status)
{
    return (pid_t)__sys_result(sys_wait4(-1, status, 0, NULL));
}
PUBLIC_NAME(wait);

pid_t __wait3(int *status, int options, struct rusage *usage)
{
    return __wait4(-1, status, options, usage);
}
PUBLIC_NAME(wait3);
