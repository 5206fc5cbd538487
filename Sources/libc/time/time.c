#include <time.h>
#include "../internal/sys.h"

time_t time(time_t *now)
{
    struct timespec moment;

    if (__sys_result(sys_clock_gettime(CLOCK_REALTIME, &moment)) < 0)
        return -1;
    if (now)
        *now = moment.tv_sec;
    return moment.tv_sec;
}
