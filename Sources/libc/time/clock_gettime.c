#include <time.h>
#include "../internal/sys.h"

int clock_gettime(clockid_t clock, struct timespec *now)
{
    return (int)__sys_result(sys_clock_gettime(clock, now));
}
