#include <signal.h>
#include <unistd.h>
#include "../internal/names.h"
#include "../internal/sys.h"

INNER_NAME(sigprocmask);

int sigsuspend(const sigset_t *set)
{
    return (int)__sys_result(sys_rt_sigsuspend(set, sizeof *set));
}

int pause(void)
{
    sigset_t set;

    if (__sigprocmask(SIG_BLOCK, NULL, &set) < 0)
        return -1;
    return sigsuspend(&set);
}
