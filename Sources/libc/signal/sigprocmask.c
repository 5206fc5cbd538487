#include <signal.h>
#include <stddef.h>
#include "../internal/names.h"
#include "../internal/sys.h"

int __sigprocmask(int how, const sigset_t *set, sigset_t *old)
{
    return (int)__sys_result(sys_rt_sigprocmask(how, set, old, sizeof *set));
}
PUBLIC_NAME(sigprocmask);
