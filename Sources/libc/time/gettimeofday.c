#include <sys/time.h>
#include <time.h>
#include "../internal/sys.h"

int gettimeofday(struct timeval *now, void *zone)
{
    struct timespec moment;

    (void)zone;
    if (__sys_result(sys_clock_gettime(CLOCK_REALTIME, &moment)) < 0)
        return -1;
    now->tv_sec = moment.tv_sec;
    now->tv_usec = moment.tv_nsec / 1000;
    return 0;
}
