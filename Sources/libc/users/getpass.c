#include <fcntl.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* Asks at the terminal, without showing what is typed. */
char *getpass(const char *prompt)
{
    static char phrase[256];
    struct termios before, quiet;
    int fd = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
    ssize_t count;

    if (fd < 0) return NULL;
    tcgetattr(fd, &before);
    quiet = before;
    quiet.c_lflag &= ~(tcflag_t)(ECHO | ISIG);
    quiet.c_lflag |= ICANON;
    quiet.c_iflag &= ~(tcflag_t)(INLCR | IGNCR);
    quiet.c_iflag |= ICRNL;
    tcsetattr(fd, TCSAFLUSH, &quiet);
    tcdrain(fd);
    write(fd, prompt, strlen(prompt));
    count = read(fd, phrase, sizeof phrase);
    if (count > 0 && (phrase[count - 1] == '\n' || count == (ssize_t)sizeof phrase)) count--;
    if (count >= 0) phrase[count] = 0;
    write(fd, "\n", 1);
    tcsetattr(fd, TCSAFLUSH, &before);
    close(fd);
    return count < 0 ? NULL : phrase;
}
