#include <signal.h>
#include <unistd.h>
#include "../internal/sys.h"

int sigsuspend(const sigset_t *set)
{
    return (int)__sys_result(sys_rt_sigsuspend(set, sizeof *set));
}

int pause(void)
{
    sigset_t set;

    if (sigprocmask(SIG_BLOCK, NULL, &set) < 0)
        return -1;
    return sigsuspend(&set);
}
