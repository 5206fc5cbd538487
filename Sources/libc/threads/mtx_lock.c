#include <errno.h>
#include <threads.h>
#include "../internal/pthread.h"

static int mtx_result(int error)
{
    return error == 0 ? thrd_success : error == EBUSY ? thrd_busy : error == ETIMEDOUT ? thrd_timedout : thrd_error;
}

int mtx_init(mtx_t *mutex, int type)
{
    mutex->__type = type & mtx_recursive ? PTHREAD_MUTEX_RECURSIVE : PTHREAD_MUTEX_NORMAL;
    mutex->__count = mutex->__robust = 0;
    return thrd_success;
}

void mtx_destroy(mtx_t *mutex)
{
    (void)mutex;
}

int mtx_lock(mtx_t *mutex)
{
    return mtx_result(__mutex_lock(mutex));
}

int mtx_trylock(mtx_t *mutex)
{
    return mtx_result(__mutex_trylock(mutex));
}

int mtx_timedlock(mtx_t *mutex, const struct timespec *end)
{
    return mtx_result(__mutex_timedlock(mutex, end));
}

int mtx_unlock(mtx_t *mutex)
{
    return mtx_result(__mutex_unlock(mutex));
}
