#include <errno.h>
#include "../internal/names.h"
#include "../internal/pthread.h"

int __pthread_cond_init(pthread_cond_t *condition, const pthread_condattr_t *attributes)
{
    condition->__clock = attributes ? attributes->__clock : CLOCK_REALTIME;
    return 0;
}
PUBLIC_NAME(pthread_cond_init);

int __pthread_cond_destroy(pthread_cond_t *condition)
{
    (void)condition;
    return 0;
}
PUBLIC_NAME(pthread_cond_destroy);

static int cond_wait_until(pthread_cond_t *condition, pthread_mutex_t *mutex, const struct timespec *end)
{
    int error = __mutex_unlock(mutex);

    if (error) return error;
    error = __pthread_wait(condition->__clock, end);
    __mutex_lock(mutex);
    return error;
}

int __pthread_cond_wait(pthread_cond_t *condition, pthread_mutex_t *mutex)
{
    return cond_wait_until(condition, mutex, NULL);
}
PUBLIC_NAME(pthread_cond_wait);

int __pthread_cond_timedwait(pthread_cond_t *condition, pthread_mutex_t *mutex, const struct timespec *end)
{
    return cond_wait_until(condition, mutex, end);
}
PUBLIC_NAME(pthread_cond_timedwait);

/* Nobody waits. */
int __pthread_cond_signal(pthread_cond_t *condition)
{
    (void)condition;
    return 0;
}
PUBLIC_NAME(pthread_cond_signal);

int __pthread_cond_broadcast(pthread_cond_t *condition)
{
    (void)condition;
    return 0;
}
PUBLIC_NAME(pthread_cond_broadcast);
