#include <time.h>
#include "../internal/sys.h"

clock_t clock(void)
{
    struct timespec used;

    if (__sys_result(sys_clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used)) < 0)
        return -1;
    return used.tv_sec * CLOCKS_PER_SEC + used.tv_nsec / 1000;
}
