#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <time.h>
#include "../internal/sys.h"

/* The kernel's timers have small numbers. */
struct kernel_event {
    union sigval value;
    int signal;
    int notify;
    int thread;
    int room[11];
};

int timer_create(clockid_t clock, struct sigevent *event, timer_t *timer)
{
    struct kernel_event kernel;
    int number;

    if (event && event->sigev_notify == SIGEV_THREAD) return (int)__sys_result(-EAGAIN);
    if (event) {
        kernel.value = event->sigev_value;
        kernel.signal = event->sigev_signo;
        kernel.notify = event->sigev_notify;
        kernel.thread = 0;
    }
    if (SYSTEM_CALL3(timer_create, clock, event ? &kernel : NULL, &number) < 0) return -1;
    *timer = (timer_t)(long)number;
    return 0;
}

int timer_delete(timer_t timer)
{
    return (int)SYSTEM_CALL1(timer_delete, timer);
}

int timer_settime(timer_t timer, int flags, const struct itimerspec *value, struct itimerspec *old)
{
    return (int)SYSTEM_CALL4(timer_settime, timer, flags, value, old);
}

int timer_gettime(timer_t timer, struct itimerspec *value)
{
    return (int)SYSTEM_CALL2(timer_gettime, timer, value);
}

int timer_getoverrun(timer_t timer)
{
    return (int)SYSTEM_CALL1(timer_getoverrun, timer);
}
