/* ioctl: questions about terminals to what is none, and FIONREAD. */
#include "check.h"
#include <sys/ioctl.h>

int main(void)
{
    char settings[64];
    struct winsize size;
    int waiting, ends[2], fd;

    make_file("file", "text");
    fd = open("file", O_RDONLY);
    FAILS(ENOTTY, ioctl(fd, TCGETS, settings));
    FAILS(ENOTTY, ioctl(fd, TIOCGWINSZ, &size));
    FAILS(EBADF, ioctl(-1, TCGETS, settings));
    GIVES(0, pipe(ends));
    FAILS(ENOTTY, ioctl(ends[0], TCGETS, settings));
    GIVES(5, write(ends[1], "12345", 5));
    GIVES(0, ioctl(ends[0], FIONREAD, &waiting));
    HOLDS(waiting == 5);
    FAILS(EFAULT, ioctl(ends[0], FIONREAD, BAD_ADDRESS));
    HOLDS(!isatty(fd));
    fd = open("/dev/null", O_RDWR);
    HOLDS(!isatty(fd));
    return finish();
}
