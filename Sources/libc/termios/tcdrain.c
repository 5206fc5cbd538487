#include <termios.h>
#include "../internal/sys.h"

enum { TCDRAIN_BREAK = 0x5409, TCDRAIN_FLOW = 0x540a, TCDRAIN_FLUSH = 0x540b };

/* A break of length 1 is none, but waits until everything is out. */
int tcdrain(int fd)
{
    return (int)__sys_result(sys_ioctl(fd, TCDRAIN_BREAK, 1));
}

int tcsendbreak(int fd, int duration)
{
    (void)duration;
    return (int)__sys_result(sys_ioctl(fd, TCDRAIN_BREAK, 0));
}

int tcflow(int fd, int action)
{
    return (int)__sys_result(sys_ioctl(fd, TCDRAIN_FLOW, action));
}

int tcflush(int fd, int queues)
{
    return (int)__sys_result(sys_ioctl(fd, TCDRAIN_FLUSH, queues));
}
