#include <time.h>
#include "../internal/sys.h"

/* Gives the error. */
int clock_nanosleep(clockid_t clock, int flags, const struct timespec *wanted, struct timespec *left)
{
    return (int)-sys_clock_nanosleep(clock, flags, wanted, left);
}
