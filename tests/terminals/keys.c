#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

/* keys KEYS PROGRAM ARGUMENTS…: the program at a terminal of its own, to which KEYS are typed, each when nothing more comes from it (\e is
   escape, \n the return key). What the terminal shows is printed, escape as ^[; ends as the program does. */

static int master;

/* Prints what comes until there is a pause; 0 at the end. */
static int listen_for(void)
{
    struct pollfd p = { master, POLLIN, 0 };
    char byte;

    while (poll(&p, 1, 100) > 0) {
        if (read(master, &byte, 1) != 1)
            return 0;
        if (byte == 033)
            printf("^[");
        else if (byte != '\r')
            putchar(byte);
    }
    return 1;
}

int main(int count, char **arguments)
{
    struct winsize size = { 8, 40, 0, 0 };
    const char *key;
    int status, alive = 1;
    pid_t child;

    if (count < 3)
        return 2;
    master = posix_openpt(O_RDWR | O_NOCTTY);
    if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0)
        return 2;
    child = fork();
    if (child == 0) {
        int slave;

        setsid();
        slave = open(ptsname(master), O_RDWR);
        ioctl(slave, TIOCSWINSZ, &size);
        for (int fd = 0; fd < 3; fd++)
            dup2(slave, fd);
        close(slave);
        close(master);
        execv(arguments[2], arguments + 2);
        _exit(127);
    }
    for (key = arguments[1]; *key && alive; key++) {
        char typed = *key;

        alive = listen_for();
        if (typed == '\\')
            typed = *++key == 'e' ? 033 : '\r';
        if (alive)
            write(master, &typed, 1);
    }
    while (alive)
        alive = listen_for() && waitpid(child, &status, WNOHANG) == 0;
    listen_for();
    waitpid(child, &status, 0);
    printf("\n");
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}
