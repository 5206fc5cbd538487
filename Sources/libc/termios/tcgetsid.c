#include <termios.h>
#include "../internal/sys.h"

enum { TERMINAL_SESSION = 0x5429 };

pid_t tcgetsid(int fd)
{
    int session;

    return __sys_result(sys_ioctl(fd, TERMINAL_SESSION, (long)&session)) < 0 ? -1 : session;
}
