#include <errno.h>
#include "../internal/names.h"
#include "../internal/pthread.h"

INNER_NAME(sched_getaffinity);
INNER_NAME(sched_setaffinity);

int pthread_getaffinity_np(pthread_t thread, size_t size, cpu_set_t *set)
{
    if (thread != ONE_THREAD) return ESRCH;
    return __sched_getaffinity(0, size, set) ? errno : 0;
}

int pthread_setaffinity_np(pthread_t thread, size_t size, const cpu_set_t *set)
{
    if (thread != ONE_THREAD) return ESRCH;
    return __sched_setaffinity(0, size, set) ? errno : 0;
}
