#include <errno.h>
#include "../internal/pthread.h"
#include "../internal/sys.h"

enum { WAIT_UNTIL = 1 };

int __pthread_wait(clockid_t clock, const struct timespec *end)
{
    struct timespec long_time;

    if (!end) {
        long_time.tv_sec = 1000000;
        long_time.tv_nsec = 0;
        for (;;) sys_nanosleep(&long_time, NULL);
    }
    if (end->tv_nsec < 0 || end->tv_nsec >= 1000000000) return EINVAL;
    while (sys_clock_nanosleep(clock, WAIT_UNTIL, end, NULL) == -EINTR);
    return ETIMEDOUT;
}
