#include <errno.h>
#include "../internal/pthread.h"

/* A mutex counts how often the one thread has locked it. */

int __mutex_trylock(pthread_mutex_t *mutex)
{
    if (mutex->__count && mutex->__type != PTHREAD_MUTEX_RECURSIVE) return EBUSY;
    if (mutex->__count == 0x7fffffff) return EAGAIN;
    mutex->__count++;
    return 0;
}

int __mutex_timedlock(pthread_mutex_t *mutex, const struct timespec *end)
{
    int error = __mutex_trylock(mutex);

    if (error != EBUSY) return error;
    return mutex->__type == PTHREAD_MUTEX_ERRORCHECK ? EDEADLK : __pthread_wait(CLOCK_REALTIME, end);
}

int __mutex_lock(pthread_mutex_t *mutex)
{
    return __mutex_timedlock(mutex, NULL);
}

int __mutex_unlock(pthread_mutex_t *mutex)
{
    if (mutex->__count == 0) return EPERM;
    mutex->__count--;
    return 0;
}
