#include <sys/ioctl.h>
#include <termios.h>
#include "../internal/sys.h"

int tcgetwinsize(int fd, struct winsize *size)
{
    return (int)__sys_result(sys_ioctl(fd, TIOCGWINSZ, (long)size));
}

int tcsetwinsize(int fd, const struct winsize *size)
{
    return (int)__sys_result(sys_ioctl(fd, TIOCSWINSZ, (long)size));
}
