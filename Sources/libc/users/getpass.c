#include <fcntl.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>
#include "../internal/names.h"

INNER_NAME(close);
INNER_NAME(open);
INNER_NAME(read);
INNER_NAME(tcdrain);
INNER_NAME(tcgetattr);
INNER_NAME(tcsetattr);
INNER_NAME(write);

/* Asks at the terminal, without showing what is typed. */
char *getpass(const char *prompt)
{
    static char phrase[256];
    struct termios before, quiet;
    int fd = __open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
    ssize_t count;

    if (fd < 0) return NULL;
    __tcgetattr(fd, &before);
    quiet = before;
    quiet.c_lflag &= ~(tcflag_t)(ECHO | ISIG);
    quiet.c_lflag |= ICANON;
    quiet.c_iflag &= ~(tcflag_t)(INLCR | IGNCR);
    quiet.c_iflag |= ICRNL;
    __tcsetattr(fd, TCSAFLUSH, &quiet);
    __tcdrain(fd);
    __write(fd, prompt, strlen(prompt));
    count = __read(fd, phrase, sizeof phrase);
    if (count > 0 && (phrase[count - 1] == '\n' || count == (ssize_t)sizeof phrase)) count--;
    if (count >= 0) phrase[count] = 0;
    __write(fd, "\n", 1);
    __tcsetattr(fd, TCSAFLUSH, &before);
    __close(fd);
    return count < 0 ? NULL : phrase;
}
