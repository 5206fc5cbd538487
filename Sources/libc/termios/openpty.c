#include <fcntl.h>
#include <pty.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int openpty(int *controller, int *terminal, char *name, const struct termios *settings, const struct winsize *size)
{
    char path[32];
    int outer = posix_openpt(O_RDWR | O_NOCTTY), inner;

    if (outer < 0)
        return -1;
    if (unlockpt(outer) != 0 || ptsname_r(outer, path, sizeof path) != 0
        || (inner = open(path, O_RDWR | O_NOCTTY)) < 0) {
        close(outer);
        return -1;
    }
    if (settings)
        tcsetattr(inner, TCSAFLUSH, settings);
    if (size)
        tcsetwinsize(inner, size);
    if (name)
        strcpy(name, path);
    *controller = outer;
    *terminal = inner;
    return 0;
}

int login_tty(int terminal)
{
    int fd;

    setsid();
    if (ioctl(terminal, TIOCSCTTY, 0) != 0)
        return -1;
    for (fd = 0; fd < 3; fd++)
        dup2(terminal, fd);
    if (terminal > 2)
        close(terminal);
    return 0;
}

pid_t forkpty(int *controller, char *name, const struct termios *settings, const struct winsize *size)
{
    int outer, inner;
    pid_t child;

    if (openpty(&outer, &inner, name, settings, size) != 0)
        return -1;
    child = fork();
    if (child == 0) {
        close(outer);
        if (login_tty(inner) != 0)
            _exit(1);
        return 0;
    }
    close(inner);
    if (child < 0)
        close(outer);
    else
        *controller = outer;
    return child;
}
