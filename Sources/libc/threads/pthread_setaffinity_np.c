#include <errno.h>
#include "../internal/pthread.h"

int pthread_getaffinity_np(pthread_t thread, size_t size, cpu_set_t *set)
{
    if (thread != ONE_THREAD) return ESRCH;
    return sched_getaffinity(0, size, set) ? errno : 0;
}

int pthread_setaffinity_np(pthread_t thread, size_t size, const cpu_set_t *set)
{
    if (thread != ONE_THREAD) return ESRCH;
    return sched_setaffinity(0, size, set) ? errno : 0;
}
