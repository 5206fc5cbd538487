#include <errno.h>
#include <pthread.h>

int pthread_spin_init(pthread_spinlock_t *lock, int shared)
{
    (void)shared;
    *lock = 0;
    return 0;
}

int pthread_spin_destroy(pthread_spinlock_t *lock)
{
    (void)lock;
    return 0;
}

int pthread_spin_trylock(pthread_spinlock_t *lock)
{
    if (*lock) return EBUSY;
    *lock = 1;
    return 0;
}

/* The one thread would turn for ever. */
int pthread_spin_lock(pthread_spinlock_t *lock)
{
    return pthread_spin_trylock(lock) ? EDEADLK : 0;
}

int pthread_spin_unlock(pthread_spinlock_t *lock)
{
    *lock = 0;
    return 0;
}
