#include <sys/ioctl.h>
#include <termios.h>
#include "../internal/sys.h"

/* A break of length 1 is none, but waits until everything is out. */
int tcdrain(int fd)
{
    return (int)__sys_result(sys_ioctl(fd, TCSBRK, 1));
}

int tcsendbreak(int fd, int duration)
{
    (void)duration;
    return (int)__sys_result(sys_ioctl(fd, TCSBRK, 0));
}

int tcflow(int fd, int action)
{
    return (int)__sys_result(sys_ioctl(fd, TCXONC, action));
}

int tcflush(int fd, int queues)
{
    return (int)__sys_result(sys_ioctl(fd, TCFLSH, queues));
}
