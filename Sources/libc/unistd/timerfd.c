#include <sys/timerfd.h>
#include "../internal/sys.h"

int timerfd_create(int clock, int flags)
{
    return (int)SYSTEM_CALL2(timerfd_create, clock, flags);
}

int timerfd_settime(int fd, int flags, const struct itimerspec *value, struct itimerspec *old)
{
    return (int)SYSTEM_CALL4(timerfd_settime, fd, flags, value, old);
}

int timerfd_gettime(int fd, struct itimerspec *value)
{
    return (int)SYSTEM_CALL2(timerfd_gettime, fd, value);
}
