#include <sys/ioctl.h>
#include <termios.h>
#include "../internal/sys.h"

pid_t tcgetsid(int fd)
{
    int session;

    return __sys_result(sys_ioctl(fd, TIOCGSID, (long)&session)) < 0 ? -1 : session;
}
