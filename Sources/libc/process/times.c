#include <sys/times.h>
#include "../internal/sys.h"

clock_t times(struct tms *used)
{
    return (clock_t)__sys_result(sys_times(used));
}
