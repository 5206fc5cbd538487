#include <errno.h>
#include <pthread.h>

int pthread_condattr_init(pthread_condattr_t *attributes)
{
    attributes->__clock = CLOCK_REALTIME;
    attributes->__shared = PTHREAD_PROCESS_PRIVATE;
    return 0;
}

int pthread_condattr_destroy(pthread_condattr_t *attributes)
{
    (void)attributes;
    return 0;
}

int pthread_condattr_getclock(const pthread_condattr_t *attributes, clockid_t *clock)
{
    *clock = attributes->__clock;
    return 0;
}

int pthread_condattr_setclock(pthread_condattr_t *attributes, clockid_t clock)
{
    if (clock != CLOCK_REALTIME && clock != CLOCK_MONOTONIC) return EINVAL;
    attributes->__clock = clock;
    return 0;
}

int pthread_condattr_getpshared(const pthread_condattr_t *attributes, int *shared)
{
    *shared = attributes->__shared;
    return 0;
}

int pthread_condattr_setpshared(pthread_condattr_t *attributes, int shared)
{
    if (shared == PTHREAD_PROCESS_SHARED) return ENOTSUP;
    if (shared != PTHREAD_PROCESS_PRIVATE) return EINVAL;
    attributes->__shared = shared;
    return 0;
}
