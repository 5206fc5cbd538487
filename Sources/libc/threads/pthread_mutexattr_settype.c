#include <errno.h>
#include <pthread.h>
#include <string.h>

int pthread_mutexattr_init(pthread_mutexattr_t *attributes)
{
    memset(attributes, 0, sizeof *attributes);
    return 0;
}

int pthread_mutexattr_destroy(pthread_mutexattr_t *attributes)
{
    (void)attributes;
    return 0;
}

int pthread_mutexattr_gettype(const pthread_mutexattr_t *attributes, int *type)
{
    *type = attributes->__type;
    return 0;
}

int pthread_mutexattr_settype(pthread_mutexattr_t *attributes, int type)
{
    if (type < PTHREAD_MUTEX_NORMAL || type > PTHREAD_MUTEX_ERRORCHECK) return EINVAL;
    attributes->__type = type;
    return 0;
}

int pthread_mutexattr_getpshared(const pthread_mutexattr_t *attributes, int *shared)
{
    *shared = attributes->__shared;
    return 0;
}

/* There are no atomic operations to share a mutex between processes with. */
int pthread_mutexattr_setpshared(pthread_mutexattr_t *attributes, int shared)
{
    if (shared == PTHREAD_PROCESS_SHARED) return ENOTSUP;
    if (shared != PTHREAD_PROCESS_PRIVATE) return EINVAL;
    attributes->__shared = shared;
    return 0;
}

int pthread_mutexattr_getprotocol(const pthread_mutexattr_t *attributes, int *protocol)
{
    *protocol = attributes->__protocol;
    return 0;
}

int pthread_mutexattr_setprotocol(pthread_mutexattr_t *attributes, int protocol)
{
    if (protocol == PTHREAD_PRIO_PROTECT) return ENOTSUP;
    if (protocol != PTHREAD_PRIO_NONE && protocol != PTHREAD_PRIO_INHERIT) return EINVAL;
    attributes->__protocol = protocol;
    return 0;
}

int pthread_mutexattr_getprioceiling(const pthread_mutexattr_t *attributes, int *ceiling)
{
    *ceiling = attributes->__ceiling;
    return 0;
}

int pthread_mutexattr_setprioceiling(pthread_mutexattr_t *attributes, int ceiling)
{
    if (ceiling < 0 || ceiling > 99) return EINVAL;
    attributes->__ceiling = ceiling;
    return 0;
}

int pthread_mutexattr_getrobust(const pthread_mutexattr_t *attributes, int *robust)
{
    *robust = attributes->__robust;
    return 0;
}

int pthread_mutexattr_setrobust(pthread_mutexattr_t *attributes, int robust)
{
    if (robust != PTHREAD_MUTEX_STALLED && robust != PTHREAD_MUTEX_ROBUST) return EINVAL;
    attributes->__robust = robust;
    return 0;
}
