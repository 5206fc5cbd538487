#include <fcntl.h>
#include <pty.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "../internal/names.h"

INNER_NAME(close);
INNER_NAME(dup2);
INNER_NAME(fork);
INNER_NAME(ioctl);
INNER_NAME(open);
INNER_NAME(posix_openpt);
INNER_NAME(ptsname_r);
INNER_NAME(setsid);
INNER_NAME(tcsetattr);
INNER_NAME(tcsetwinsize);
INNER_NAME(unlockpt);

int __openpty(int *controller, int *terminal, char *name, const struct termios *settings, const struct winsize *size)
{
    char path[32];
    int outer = __posix_openpt(O_RDWR | O_NOCTTY), inner;

    if (outer < 0)
        return -1;
    if (__unlockpt(outer) != 0 || __ptsname_r(outer, path, sizeof path) != 0
        || (inner = __open(path, O_RDWR | O_NOCTTY)) < 0) {
        __close(outer);
        return -1;
    }
    if (settings)
        __tcsetattr(inner, TCSAFLUSH, settings);
    if (size)
        __tcsetwinsize(inner, size);
    if (name)
        strcpy(name, path);
    *controller = outer;
    *terminal = inner;
    return 0;
}
PUBLIC_NAME(openpty);

int __login_tty(int terminal)
{
    int fd;

    __setsid();
    if (__ioctl(terminal, TIOCSCTTY, 0) != 0)
        return -1;
    for (fd = 0; fd < 3; fd++)
        __dup2(terminal, fd);
    if (terminal > 2)
        __close(terminal);
    return 0;
}
PUBLIC_NAME(login_tty);

pid_t __forkpty(int *controller, char *name, const struct termios *settings, const struct winsize *size)
{
    int outer, inner;
    pid_t child;

    if (__openpty(&outer, &inner, name, settings, size) != 0)
        return -1;
    child = __fork();
    if (child == 0) {
        __close(outer);
        if (__login_tty(inner) != 0)
            _exit(1);
        return 0;
    }
    __close(inner);
    if (child < 0)
        __close(outer);
    else
        *controller = outer;
    return child;
}
PUBLIC_NAME(forkpty);
