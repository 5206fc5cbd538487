#include <errno.h>
#include <threads.h>
#include "../internal/names.h"
#include "../internal/pthread.h"

INNER_NAME(pthread_cond_init);
INNER_NAME(pthread_cond_timedwait);
INNER_NAME(pthread_cond_wait);

int cnd_init(cnd_t *condition)
{
    return __pthread_cond_init(condition, NULL) ? thrd_error : thrd_success;
}

void cnd_destroy(cnd_t *condition)
{
    (void)condition;
}

int cnd_wait(cnd_t *condition, mtx_t *mutex)
{
    return __pthread_cond_wait(condition, mutex) ? thrd_error : thrd_success;
}

int cnd_timedwait(cnd_t *condition, mtx_t *mutex, const struct timespec *end)
{
    return __pthread_cond_timedwait(condition, mutex, end) == ETIMEDOUT ? thrd_timedout : thrd_error;
}

int cnd_signal(cnd_t *condition)
{
    (void)condition;
    return thrd_success;
}

int cnd_broadcast(cnd_t *condition)
{
    (void)condition;
    return thrd_success;
}
