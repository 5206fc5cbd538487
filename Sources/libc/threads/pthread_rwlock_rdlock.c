#include <errno.h>
#include "../internal/pthread.h"

/* Whoever holds the lock is the one thread, so waiting for it is a deadlock, which POSIX lets the functions say. */

int pthread_rwlock_init(pthread_rwlock_t *lock, const pthread_rwlockattr_t *attributes)
{
    (void)attributes;
    lock->__readers = lock->__writer = 0;
    return 0;
}

int pthread_rwlock_destroy(pthread_rwlock_t *lock)
{
    return lock->__readers || lock->__writer ? EBUSY : 0;
}

int pthread_rwlock_tryrdlock(pthread_rwlock_t *lock)
{
    if (lock->__writer) return EBUSY;
    if (lock->__readers == 0x7fffffff) return EAGAIN;
    lock->__readers++;
    return 0;
}

int pthread_rwlock_trywrlock(pthread_rwlock_t *lock)
{
    if (lock->__writer || lock->__readers) return EBUSY;
    lock->__writer = 1;
    return 0;
}

static int rwlock_or_deadlock(int error)
{
    return error == EBUSY ? EDEADLK : error;
}

int pthread_rwlock_rdlock(pthread_rwlock_t *lock)
{
    return rwlock_or_deadlock(pthread_rwlock_tryrdlock(lock));
}

int pthread_rwlock_wrlock(pthread_rwlock_t *lock)
{
    return rwlock_or_deadlock(pthread_rwlock_trywrlock(lock));
}

int pthread_rwlock_timedrdlock(pthread_rwlock_t *lock, const struct timespec *end)
{
    (void)end;
    return pthread_rwlock_rdlock(lock);
}

int pthread_rwlock_timedwrlock(pthread_rwlock_t *lock, const struct timespec *end)
{
    (void)end;
    return pthread_rwlock_wrlock(lock);
}

int pthread_rwlock_unlock(pthread_rwlock_t *lock)
{
    if (lock->__writer) lock->__writer = 0;
    else if (lock->__readers) lock->__readers--;
    else return EPERM;
    return 0;
}

int pthread_rwlockattr_init(pthread_rwlockattr_t *attributes)
{
    attributes->__shared = PTHREAD_PROCESS_PRIVATE;
    return 0;
}

int pthread_rwlockattr_destroy(pthread_rwlockattr_t *attributes)
{
    (void)attributes;
    return 0;
}

int pthread_rwlockattr_getpshared(const pthread_rwlockattr_t *attributes, int *shared)
{
    *shared = attributes->__shared;
    return 0;
}

int pthread_rwlockattr_setpshared(pthread_rwlockattr_t *attributes, int shared)
{
    if (shared == PTHREAD_PROCESS_SHARED) return ENOTSUP;
    if (shared != PTHREAD_PROCESS_PRIVATE) return EINVAL;
    attributes->__shared = shared;
    return 0;
}
