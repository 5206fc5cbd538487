#include <time.h>
#include "../internal/sys.h"

int timespec_get(struct timespec *now, int base)
{
    return base == TIME_UTC && sys_clock_gettime(CLOCK_REALTIME, now) >= 0 ? base : 0;
}
