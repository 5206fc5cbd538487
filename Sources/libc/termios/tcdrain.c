#include <sys/ioctl.h>
#include <termios.h>
#include "../internal/names.h"
#include "../internal/sys.h"

/* A break of length 1 is none, but waits until everything is out. */
int __tcdrain(int fd)
{
    return (int)__sys_result(sys_ioctl(fd, TCSBRK, 1));
}
PUBLIC_NAME(tcdrain);

int __tcsendbreak(int fd, int duration)
{
    (void)duration;
    return (int)__sys_result(sys_ioctl(fd, TCSBRK, 0));
}
PUBLIC_NAME(tcsendbreak);

int __tcflow(int fd, int action)
{
    return (int)__sys_result(sys_ioctl(fd, TCXONC, action));
}
PUBLIC_NAME(tcflow);

int __tcflush(int fd, int queues)
{
    return (int)__sys_result(sys_ioctl(fd, TCFLSH, queues));
}
PUBLIC_NAME(tcflush);
