/* Clocks and sleeping. Nothing here is a measure: time only must not stand still or go back. */
#include "check.h"
#include <sys/time.h>
#include <time.h>

static long nanoseconds(int clock)
{
    struct timespec now;

    GIVES(0, clock_gettime(clock, &now));
    HOLDS(now.tv_nsec >= 0 && now.tv_nsec < 1000000000);
    return now.tv_sec * 1000000000 + now.tv_nsec;
}

int main(void)
{
    struct timespec wanted = { 0, 30000000 }, wrong = { 0, 1000000000 };
    struct timeval day;
    long before, after, k;

    before = nanoseconds(CLOCK_MONOTONIC);
    for (k = 0; k < 1000; k++) {
        after = nanoseconds(CLOCK_MONOTONIC);
        HOLDS(after >= before);
        before = after;
    }
    GIVES(0, nanosleep(&wanted, NULL));
    HOLDS(nanoseconds(CLOCK_MONOTONIC) - before >= 30000000);
    before = nanoseconds(CLOCK_REALTIME);
    GIVES(0, syscall(SYS_clock_nanosleep, CLOCK_MONOTONIC, 0, &wanted, NULL));
    HOLDS(nanoseconds(CLOCK_REALTIME) > before);
    /* Busy waiting also comes to an end. */
    before = nanoseconds(CLOCK_MONOTONIC);
    while (nanoseconds(CLOCK_MONOTONIC) - before < 20000000)
        ;
    GIVES(0, syscall(SYS_gettimeofday, &day, NULL));
    HOLDS(day.tv_usec >= 0 && day.tv_usec < 1000000);
    HOLDS(labs(nanoseconds(CLOCK_REALTIME) / 1000000000 - day.tv_sec) <= 1);
    /* It is counted by ticks, which may all come while others run, or the kernel. */
    while (nanoseconds(CLOCK_PROCESS_CPUTIME_ID) <= 0)
        ;
    wrong.tv_sec = 0;
    FAILS(EINVAL, nanosleep(&wrong, NULL));
    wrong.tv_nsec = 0;
    wrong.tv_sec = -1;
    FAILS(EINVAL, nanosleep(&wrong, NULL));
    FAILS(EFAULT, nanosleep((struct timespec *)BAD_ADDRESS, NULL));
    FAILS(EINVAL, syscall(SYS_clock_gettime, 4242, &wanted));
    FAILS(EFAULT, syscall(SYS_clock_gettime, CLOCK_REALTIME, BAD_ADDRESS));
#ifdef SYS_time
    {
        long now, answer = syscall(SYS_time, &now);

        HOLDS(answer == now && labs(now - day.tv_sec) <= 1);
    }
#endif
    return finish();
}
