#include <sched.h>
#include "../internal/sys.h"

int sched_get_priority_max(int policy)
{
    return (int)SYSTEM_CALL1(sched_get_priority_max, policy);
}

int sched_get_priority_min(int policy)
{
    return (int)SYSTEM_CALL1(sched_get_priority_min, policy);
}

int sched_getscheduler(pid_t pid)
{
    return (int)SYSTEM_CALL1(sched_getscheduler, pid);
}

int sched_setscheduler(pid_t pid, int policy, const struct sched_param *parameters)
{
    return (int)SYSTEM_CALL3(sched_setscheduler, pid, policy, parameters);
}

int sched_getparam(pid_t pid, struct sched_param *parameters)
{
    return (int)SYSTEM_CALL2(sched_getparam, pid, parameters);
}

int sched_setparam(pid_t pid, const struct sched_param *parameters)
{
    return (int)SYSTEM_CALL2(sched_setparam, pid, parameters);
}

int sched_rr_get_interval(pid_t pid, struct timespec *slice)
{
    return (int)SYSTEM_CALL2(sched_rr_get_interval, pid, slice);
}
