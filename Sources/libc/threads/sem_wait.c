#include <errno.h>
#include <semaphore.h>
#include <time.h>
#include "../internal/sys.h"

enum { SEM_FUTEX_WAIT_BITSET = 9 | 256 };

int sem_init(sem_t *semaphore, int shared, unsigned int value)
{
    if (shared || value > SEM_VALUE_MAX) return (int)__sys_result(shared ? -ENOSYS : -EINVAL);
    semaphore->__value = (int)value;
    return 0;
}

int sem_destroy(sem_t *semaphore)
{
    (void)semaphore;
    return 0;
}

int sem_trywait(sem_t *semaphore)
{
    if (semaphore->__value == 0) return (int)__sys_result(-EAGAIN);
    semaphore->__value--;
    return 0;
}

/* The kernel looks whether the value is still zero when it begins to wait: a handler may have posted. */
int sem_timedwait(sem_t *semaphore, const struct timespec *end)
{
    while (semaphore->__value == 0) {
        long answer = __system_call(SYS_futex, (long)&semaphore->__value, SEM_FUTEX_WAIT_BITSET, 0, (long)end, 0, -1);
        if (answer < 0 && answer != -EAGAIN) return (int)__sys_result(answer);
    }
    semaphore->__value--;
    return 0;
}

int sem_wait(sem_t *semaphore)
{
    return sem_timedwait(semaphore, NULL);
}

int sem_post(sem_t *semaphore)
{
    if (semaphore->__value == SEM_VALUE_MAX) return (int)__sys_result(-EOVERFLOW);
    semaphore->__value++;
    return 0;
}

int sem_getvalue(sem_t *semaphore, int *value)
{
    *value = semaphore->__value;
    return 0;
}

sem_t *sem_open(const char *name, int flags, ...)
{
    (void)name;
    (void)flags;
    errno = ENOSYS;
    return SEM_FAILED;
}

int sem_close(sem_t *semaphore)
{
    (void)semaphore;
    return (int)__sys_result(-EINVAL);
}

int sem_unlink(const char *name)
{
    (void)name;
    return (int)__sys_result(-ENOSYS);
}
