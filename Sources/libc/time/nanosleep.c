#include <time.h>
#include "../internal/sys.h"

int nanosleep(const struct timespec *wanted, struct timespec *left)
{
    return (int)__sys_result(sys_nanosleep(wanted, left));
}
