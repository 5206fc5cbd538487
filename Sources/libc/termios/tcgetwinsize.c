#include <sys/ioctl.h>
#include <termios.h>
#include "../internal/names.h"
#include "../internal/sys.h"

int __tcgetwinsize(int fd, struct winsize *size)
{
    return (int)__sys_result(sys_ioctl(fd, TIOCGWINSZ, (long)size));
}
PUBLIC_NAME(tcgetwinsize);

int __tcsetwinsize(int fd, const struct winsize *size)
{
    return (int)__sys_result(sys_ioctl(fd, TIOCSWINSZ, (long)size));
}
PUBLIC_NAME(tcsetwinsize);
