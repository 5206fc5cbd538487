#include <signal.h>
#include "../internal/sys.h"

int sigpending(sigset_t *set)
{
    return (int)__sys_result(sys_rt_sigpending(set, sizeof *set));
}
