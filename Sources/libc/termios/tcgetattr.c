#include <sys/ioctl.h>
#include <termios.h>
#include "../internal/names.h"
#include "../internal/sys.h"

int __tcgetattr(int fd, struct termios *settings)
{
    return (int)__sys_result(sys_ioctl(fd, TCGETS, (long)settings));
}
PUBLIC_NAME(tcgetattr);
