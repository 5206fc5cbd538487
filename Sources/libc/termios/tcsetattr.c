#include <errno.h>
#include <sys/ioctl.h>
#include <termios.h>
#include "../internal/names.h"
#include "../internal/sys.h"

/* The three requests follow one another in the order of TCSANOW, TCSADRAIN, TCSAFLUSH. */
int __tcsetattr(int fd, int when, const struct termios *settings)
{
    if (when < TCSANOW || when > TCSAFLUSH) {
        errno = EINVAL;
        return -1;
    }
    return (int)__sys_result(sys_ioctl(fd, TCSETS + (unsigned long)when, (long)settings));
}
PUBLIC_NAME(tcsetattr);
