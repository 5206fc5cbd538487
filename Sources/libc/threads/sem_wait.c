#include <errno.h>
#include <semaphore.h>
#include <time.h>
#include "../internal/names.h"
#include "../internal/sys.h"

enum { SEM_FUTEX_WAIT_BITSET = 9 | 256 };

int __sem_init(sem_t *semaphore, int shared, unsigned int value)
{
    if (shared || value > SEM_VALUE_MAX) return (int)__sys_result(shared ? -ENOSYS : -EINVAL);
    semaphore->__value = (int)value;
    return 0;
}
PUBLIC_NAME(sem_init);

int __sem_destroy(sem_t *semaphore)
{
    (void)semaphore;
    return 0;
}
PUBLIC_NAME(sem_destroy);

int __sem_trywait(sem_t *semaphore)
{
    if (semaphore->__value == 0) return (int)__sys_result(-EAGAIN);
    semaphore->__value--;
    return 0;
}
PUBLIC_NAME(sem_trywait);

/* The kernel looks whether the value is still zero when it begins to wait: a handler may have posted. */
int __sem_timedwait(sem_t *semaphore, const struct timespec *end)
{
    while (semaphore->__value == 0) {
        long answer = __system_call(SYS_futex, (long)&semaphore->__value, SEM_FUTEX_WAIT_BITSET, 0, (long)end, 0, -1);
        if (answer < 0 && answer != -EAGAIN) return (int)__sys_result(answer);
    }
    semaphore->__value--;
    return 0;
}
PUBLIC_NAME(sem_timedwait);

int __sem_wait(sem_t *semaphore)
{
    return __sem_timedwait(semaphore, NULL);
}
PUBLIC_NAME(sem_wait);

int __sem_post(sem_t *semaphore)
{
    if (semaphore->__value == SEM_VALUE_MAX) return (int)__sys_result(-EOVERFLOW);
    semaphore->__value++;
    return 0;
}
PUBLIC_NAME(sem_post);

int __sem_getvalue(sem_t *semaphore, int *value)
{
    *value = semaphore->__value;
    return 0;
}
PUBLIC_NAME(sem_getvalue);

sem_t *__sem_open(const char *name, int flags, ...)
{
    (void)name;
    (void)flags;
    errno = ENOSYS;
    return SEM_FAILED;
}
PUBLIC_NAME(sem_open);

int __sem_close(sem_t *semaphore)
{
    (void)semaphore;
    return (int)__sys_result(-EINVAL);
}
PUBLIC_NAME(sem_close);

int __sem_unlink(const char *name)
{
    (void)name;
    return (int)__sys_result(-ENOSYS);
}
PUBLIC_NAME(sem_unlink);
