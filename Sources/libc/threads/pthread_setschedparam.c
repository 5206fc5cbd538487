#include <errno.h>
#include "../internal/pthread.h"
#include "../internal/sys.h"

/* The kernel's calls with the error as the result. */

int pthread_getschedparam(pthread_t thread, int *policy, struct sched_param *parameters)
{
    long answer;

    if (thread != ONE_THREAD) return ESRCH;
    answer = __system_call(SYS_sched_getscheduler, 0, 0, 0, 0, 0, 0);
    if (answer < 0) return (int)-answer;
    *policy = (int)answer;
    return (int)-__system_call(SYS_sched_getparam, 0, (long)parameters, 0, 0, 0, 0);
}

int pthread_setschedparam(pthread_t thread, int policy, const struct sched_param *parameters)
{
    if (thread != ONE_THREAD) return ESRCH;
    return (int)-__system_call(SYS_sched_setscheduler, 0, policy, (long)parameters, 0, 0, 0);
}

int pthread_setschedprio(pthread_t thread, int priority)
{
    struct sched_param parameters;

    if (thread != ONE_THREAD) return ESRCH;
    parameters.sched_priority = priority;
    return (int)-__system_call(SYS_sched_setparam, 0, (long)&parameters, 0, 0, 0, 0);
}

static int pthread_concurrency;

int pthread_getconcurrency(void)
{
    return pthread_concurrency;
}

int pthread_setconcurrency(int level)
{
    if (level < 0) return EINVAL;
    pthread_concurrency = level;
    return 0;
}

int pthread_getcpuclockid(pthread_t thread, clockid_t *clock)
{
    if (thread != ONE_THREAD) return ESRCH;
    *clock = CLOCK_THREAD_CPUTIME_ID;
    return 0;
}

int pthread_yield(void)
{
    return (int)-__system_call(SYS_sched_yield, 0, 0, 0, 0, 0, 0);
}
