#include <errno.h>
#include "../internal/pthread.h"

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *argument)
{
    (void)thread;
    (void)attributes;
    (void)start;
    (void)argument;
    return EAGAIN;
}

int pthread_join(pthread_t thread, void **result)
{
    (void)result;
    return thread == ONE_THREAD ? EDEADLK : ESRCH;
}

int pthread_detach(pthread_t thread)
{
    return thread == ONE_THREAD ? 0 : ESRCH;
}
