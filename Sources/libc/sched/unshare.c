#include <sched.h>
#include "../internal/sys.h"

int unshare(int flags)
{
    return (int)SYSTEM_CALL1(unshare, flags);
}

int setns(int fd, int type)
{
    return (int)SYSTEM_CALL2(setns, fd, type);
}
