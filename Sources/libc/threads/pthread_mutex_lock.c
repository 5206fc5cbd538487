#include <errno.h>
#include "../internal/pthread.h"

int pthread_mutex_init(pthread_mutex_t *mutex, const pthread_mutexattr_t *attributes)
{
    mutex->__type = attributes ? attributes->__type : PTHREAD_MUTEX_DEFAULT;
    mutex->__robust = attributes ? attributes->__robust : 0;
    mutex->__count = 0;
    return 0;
}

int pthread_mutex_destroy(pthread_mutex_t *mutex)
{
    return mutex->__count ? EBUSY : 0;
}

int pthread_mutex_lock(pthread_mutex_t *mutex)
{
    return __mutex_lock(mutex);
}

int pthread_mutex_trylock(pthread_mutex_t *mutex)
{
    return __mutex_trylock(mutex);
}

int pthread_mutex_timedlock(pthread_mutex_t *mutex, const struct timespec *end)
{
    return __mutex_timedlock(mutex, end);
}

int pthread_mutex_unlock(pthread_mutex_t *mutex)
{
    return __mutex_unlock(mutex);
}

/* No thread dies with a mutex, so none is ever inconsistent; no mutex has a ceiling. */
int pthread_mutex_consistent(pthread_mutex_t *mutex)
{
    (void)mutex;
    return EINVAL;
}

int pthread_mutex_getprioceiling(const pthread_mutex_t *mutex, int *ceiling)
{
    (void)mutex;
    (void)ceiling;
    return EINVAL;
}

int pthread_mutex_setprioceiling(pthread_mutex_t *mutex, int ceiling, int *old)
{
    (void)mutex;
    (void)ceiling;
    (void)old;
    return EINVAL;
}
