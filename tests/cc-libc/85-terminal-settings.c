/* What of the terminal's settings needs no terminal; and what a file that is none answers. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const speed_t speeds[] = { B0, B50, B300, B9600, B19200, B38400, B57600, B115200, B921600, B4000000 };

int main(void)
{
    struct termios settings;
    unsigned i;
    int ends[2];

    memset(&settings, 0, sizeof settings);
    for (i = 0; i < sizeof speeds / sizeof speeds[0]; i++) {
        int result = cfsetospeed(&settings, speeds[i]);

        printf("%d %o %d\n", result, (unsigned)speeds[i], cfgetospeed(&settings) == speeds[i]);
    }
    cfsetispeed(&settings, B9600);
    cfsetospeed(&settings, B9600);
    printf("%d\n", cfgetispeed(&settings) == B9600);
    errno = 0;
    printf("%d\n", cfsetospeed(&settings, 12345));
    printf("%d\n", errno == EINVAL);
    settings.c_iflag = settings.c_oflag = settings.c_lflag = 0177777;
    settings.c_cflag = PARENB | CS7 | CREAD;
    cfmakeraw(&settings);
    printf("%o %o %o %o\n", (unsigned)settings.c_iflag, (unsigned)settings.c_oflag, (unsigned)settings.c_cflag,
           (unsigned)settings.c_lflag);
    printf("%d %d\n", settings.c_cc[VMIN], settings.c_cc[VTIME]);
    printf("%d\n", pipe(ends));
    errno = 0;
    printf("%d\n", tcgetattr(ends[0], &settings));
    printf("%d\n", errno == ENOTTY);
    printf("%d %d\n", tcflush(ends[0], TCIOFLUSH), tcdrain(ends[0]));
    printf("%d %d\n", tcflow(ends[0], TCOON), tcsendbreak(ends[0], 0));
    return 0;
}
