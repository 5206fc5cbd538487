/* Timers: those of setitimer, and timer_create with values, intervals, overruns. */
#include "check.h"
#include <sys/time.h>
#include <time.h>

static volatile int seen, of_number, of_code, of_value;

static void on_signal(int number, siginfo_t *info, void *context)
{
    (void)context;
    seen++;
    of_number = number;
    of_code = info->si_code;
    of_value = info->si_value.sival_int;
}

static void catch(int number)
{
    struct sigaction action = { .sa_sigaction = on_signal, .sa_flags = SA_SIGINFO };

    GIVES(0, sigaction(number, &action, NULL));
}

static void burn(int until)
{
    while (seen < until)
        ;
}

static void intervals(void)
{
    struct itimerval value = { { 0, 20000 }, { 0, 20000 } }, old;

    for (int which = 0; which < 3; which++) {
        int number = which == ITIMER_REAL ? SIGALRM : which == ITIMER_VIRTUAL ? SIGVTALRM : SIGPROF;

        seen = 0;
        catch(number);
        GIVES(0, setitimer(which, &value, NULL));
        burn(3);
        HOLDS(of_number == number);
        GIVES(0, getitimer(which, &old));
        HOLDS(old.it_interval.tv_usec == 20000 && old.it_value.tv_sec == 0);
        GIVES(0, setitimer(which, &(struct itimerval){ { 0, 0 }, { 0, 0 } }, &old));
        HOLDS(old.it_interval.tv_usec == 20000);
        GIVES(0, getitimer(which, &old));
        HOLDS(old.it_value.tv_sec == 0 && old.it_value.tv_usec == 0);
    }
    FAILS(EINVAL, setitimer(3, &value, NULL));
    FAILS(EINVAL, getitimer(3, &old));
    value.it_value.tv_usec = 1000000;
    FAILS(EINVAL, setitimer(ITIMER_REAL, &value, NULL));
    FAILS(EFAULT, syscall(SYS_setitimer, 0, BAD_ADDRESS, NULL));
    FAILS(EFAULT, syscall(SYS_getitimer, 0, BAD_ADDRESS));
}

struct event {
    union sigval value;
    int number, notify, thread, rest[11];
};

static int make(int clock, int notify, int number, int value)
{
    struct event event = { { .sival_int = value }, number, notify, 0, { 0 } };
    int timer = -1;

    if (syscall(SYS_timer_create, clock, &event, &timer) != 0)
        return -1;
    return timer;
}

static long set(int timer, int flags, long value, long interval)
{
    struct itimerspec times = { { 0, interval }, { value / 1000000000, value % 1000000000 } };

    return syscall(SYS_timer_settime, timer, flags, &times, NULL);
}

static void timers(void)
{
    struct itimerspec times;
    struct timespec now;
    int timer = make(CLOCK_MONOTONIC, 0, SIGUSR1, 77), other, silent;

    catch(SIGUSR1);
    seen = 0;
    HOLDS(timer >= 0);
    GIVES(0, syscall(SYS_timer_gettime, timer, &times));
    HOLDS(times.it_value.tv_sec == 0 && times.it_value.tv_nsec == 0);
    GIVES(0, set(timer, 0, 20000000, 0));
    burn(1);
    HOLDS(of_number == SIGUSR1 && of_code == SI_TIMER && of_value == 77);
    GIVES(0, syscall(SYS_timer_gettime, timer, &times));
    HOLDS(times.it_value.tv_sec == 0 && times.it_value.tv_nsec == 0);
    GIVES(0, set(timer, 0, 10000000, 10000000));
    burn(4);
    GIVES(0, set(timer, 0, 0, 0));
    /* At a time of the clock; one that has passed comes at once. */
    other = make(CLOCK_REALTIME, 0, SIGUSR1, 78);
    seen = 0;
    GIVES(0, clock_gettime(CLOCK_REALTIME, &now));
    GIVES(0, set(other, TIMER_ABSTIME, now.tv_sec * 1000000000 + now.tv_nsec + 20000000, 0));
    burn(1);
    GIVES(0, set(other, TIMER_ABSTIME, 1000, 0));
    burn(2);
    HOLDS(of_value == 78);
    silent = make(CLOCK_MONOTONIC, 1, 0, 0);
    GIVES(0, set(silent, 0, 1000000, 5000000));
    usleep(30000);
    GIVES(0, syscall(SYS_timer_gettime, silent, &times));
    HOLDS(times.it_interval.tv_nsec == 5000000 && times.it_value.tv_nsec > 0 && times.it_value.tv_nsec <= 5000000);
    GIVES(0, syscall(SYS_timer_delete, silent));
    FAILS(EINVAL, syscall(SYS_timer_delete, silent));
    FAILS(EINVAL, syscall(SYS_timer_gettime, silent, &times));
    FAILS(EINVAL, set(silent, 0, 1, 1));
    FAILS(EINVAL, syscall(SYS_timer_getoverrun, silent));
    HOLDS(make(99, 0, SIGUSR1, 0) == -1 && errno == EINVAL);
    HOLDS(make(CLOCK_MONOTONIC, 9, SIGUSR1, 0) == -1 && errno == EINVAL);
    HOLDS(make(CLOCK_MONOTONIC, 0, 65, 0) == -1 && errno == EINVAL);
    FAILS(EFAULT, syscall(SYS_timer_create, CLOCK_MONOTONIC, BAD_ADDRESS, &timer));
    FAILS(EFAULT, syscall(SYS_timer_create, CLOCK_MONOTONIC, NULL, BAD_ADDRESS));
    FAILS(EINVAL, syscall(SYS_timer_settime, other, 0, NULL, NULL));
}

/* While the signal is blocked it comes once, and the rest is counted. */
static void overruns(void)
{
    int timer = make(CLOCK_MONOTONIC, 0, SIGUSR2, 5);
    sigset_t set_of_one;

    catch(SIGUSR2);
    sigemptyset(&set_of_one);
    sigaddset(&set_of_one, SIGUSR2);
    sigprocmask(SIG_BLOCK, &set_of_one, NULL);
    seen = 0;
    GIVES(0, set(timer, 0, 10000000, 10000000));
    usleep(100000);
    GIVES(0, set(timer, 0, 0, 0));
    sigprocmask(SIG_UNBLOCK, &set_of_one, NULL);
    HOLDS(seen <= 1);
}

static void not_inherited(void)
{
    struct itimerval old;

    GIVES(0, getitimer(ITIMER_REAL, &old));
    HOLDS(old.it_value.tv_sec == 0);
    FAILS(EINVAL, syscall(SYS_timer_delete, 0));
}

int main(void)
{
    intervals();
    timers();
    overruns();
    alarm(1000);
    GIVES(0, ending_of(not_inherited));
    return finish();
}
