#include <errno.h>
#include <threads.h>
#include "../internal/names.h"
#include "../internal/pthread.h"
#include "../internal/sys.h"


int thrd_create(thrd_t *thread, thrd_start_t start, void *argument)
{
    (void)thread;
    (void)start;
    (void)argument;
    return thrd_error;
}

thrd_t thrd_current(void)
{
    return ONE_THREAD;
}

int thrd_equal(thrd_t a, thrd_t b)
{
    return a == b;
}

__NORETURN void thrd_exit(int result)
{
    (void)result;
    __pthread_exit(NULL);
}

int thrd_join(thrd_t thread, int *result)
{
    (void)thread;
    (void)result;
    return thrd_error;
}

int thrd_detach(thrd_t thread)
{
    return thread == ONE_THREAD ? thrd_success : thrd_error;
}

/* -1: a signal came; -2 and the like: another error. */
int thrd_sleep(const struct timespec *wanted, struct timespec *left)
{
    long answer = sys_nanosleep(wanted, left);

    return answer == 0 ? 0 : answer == -EINTR ? -1 : -2;
}

void thrd_yield(void)
{
    __system_call(SYS_sched_yield, 0, 0, 0, 0, 0, 0);
}
