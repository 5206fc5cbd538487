#include <errno.h>
#include <sys/time.h>
#include <sys/timex.h>
#include <time.h>
#include "../internal/sys.h"

int clock_settime(clockid_t clock, const struct timespec *now)
{
    return (int)SYSTEM_CALL2(clock_settime, clock, now);
}

int settimeofday(const struct timeval *now, const struct timezone *zone)
{
    return (int)SYSTEM_CALL2(settimeofday, now, zone);
}

int stime(const time_t *now)
{
    struct timespec moment;

    moment.tv_sec = *now;
    moment.tv_nsec = 0;
    return (int)SYSTEM_CALL2(clock_settime, CLOCK_REALTIME, &moment);
}

int adjtimex(struct timex *values)
{
    return (int)SYSTEM_CALL1(adjtimex, values);
}

int clock_adjtime(clockid_t clock, struct timex *values)
{
    return (int)SYSTEM_CALL2(clock_adjtime, clock, values);
}

/* Gives the error. */
int clock_getcpuclockid(pid_t pid, clockid_t *clock)
{
    struct timespec resolution;
    /* The kernel's encoding: the process and "all of it, as scheduled". */
    clockid_t number = (clockid_t)(~(unsigned int)pid << 3 | 2);
    long answer = __system_call(SYS_clock_getres, number, (long)&resolution, 0, 0, 0, 0);

    if (answer < 0) return answer == -EINVAL ? ESRCH : (int)-answer;
    *clock = number;
    return 0;
}
