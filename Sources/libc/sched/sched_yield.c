#include <sched.h>
#include "../internal/sys.h"

int sched_yield(void)
{
    return (int)SYSTEM_CALL0(sched_yield);
}
