#include <unistd.h>
#include "../internal/names.h"
#include "../internal/sys.h"

enum { ISATTY_TCGETS = 0x5401 };

int __isatty(int fd)
{
    char settings[64];

    return __sys_result(sys_ioctl(fd, ISATTY_TCGETS, (long)settings)) == 0;
}
PUBLIC_NAME(isatty);
