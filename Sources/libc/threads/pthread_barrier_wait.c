#include <errno.h>
#include "../internal/pthread.h"

int pthread_barrier_init(pthread_barrier_t *barrier, const pthread_barrierattr_t *attributes, unsigned int count)
{
    (void)attributes;
    if (count == 0) return EINVAL;
    barrier->__wanted = count;
    barrier->__arrived = 0;
    return 0;
}

int pthread_barrier_destroy(pthread_barrier_t *barrier)
{
    (void)barrier;
    return 0;
}

int pthread_barrier_wait(pthread_barrier_t *barrier)
{
    return barrier->__wanted == 1 ? PTHREAD_BARRIER_SERIAL_THREAD : __pthread_wait(CLOCK_REALTIME, NULL);
}

int pthread_barrierattr_init(pthread_barrierattr_t *attributes)
{
    attributes->__shared = PTHREAD_PROCESS_PRIVATE;
    return 0;
}

int pthread_barrierattr_destroy(pthread_barrierattr_t *attributes)
{
    (void)attributes;
    return 0;
}

int pthread_barrierattr_getpshared(const pthread_barrierattr_t *attributes, int *shared)
{
    *shared = attributes->__shared;
    return 0;
}

int pthread_barrierattr_setpshared(pthread_barrierattr_t *attributes, int shared)
{
    if (shared == PTHREAD_PROCESS_SHARED) return ENOTSUP;
    if (shared != PTHREAD_PROCESS_PRIVATE) return EINVAL;
    attributes->__shared = shared;
    return 0;
}
