#include <sys/timeb.h>
#include <time.h>
#include "../internal/sys.h"

int ftime(struct timeb *now)
{
    struct timespec moment;

    if (__sys_result(sys_clock_gettime(CLOCK_REALTIME, &moment)) < 0) return -1;
    now->time = moment.tv_sec;
    now->millitm = (unsigned short)(moment.tv_nsec / 1000000);
    now->timezone = now->dstflag = 0;
    return 0;
}
