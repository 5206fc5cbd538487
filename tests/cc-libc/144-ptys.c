/* Pseudo-terminals: their names and sizes, lines through them, and a child that has one as its terminal. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

static void show_names(void)
{
    int controller = posix_openpt(O_RDWR | O_NOCTTY), terminal;
    char name[64], again[64], small[4];

    printf("%d %d\n", controller >= 0, grantpt(controller));
    printf("%d\n", unlockpt(controller));
    printf("%d\n", ptsname_r(controller, name, sizeof name));
    printf("%d\n", strcmp(name, ptsname(controller)));
    printf("%d %d\n", strncmp(name, "/dev/pts/", 9), ptsname_r(controller, small, sizeof small) == ERANGE);
    terminal = open(name, O_RDWR | O_NOCTTY);
    printf("%d\n", isatty(terminal));
    printf("%d\n", ttyname_r(terminal, again, sizeof again));
    printf("%d %d\n", strcmp(name, again), strcmp(name, ttyname(terminal)));
    printf("%d\n", ttyname_r(terminal, small, sizeof small) == ERANGE);
    close(terminal);
    close(controller);
}

static void show_errors(void)
{
    int ends[2], fd = open("/dev/null", O_RDWR);
    char name[64];

    pipe(ends);
    errno = 0;
    printf("%d", isatty(ends[0]));
    printf(" %d", errno == ENOTTY);
    printf(" %d", isatty(-1));
    printf(" %d\n", errno == EBADF);
    printf("%d %d\n", ttyname(fd) == NULL, ttyname_r(ends[0], name, sizeof name) == ENOTTY);
    printf("%d %d\n", ptsname(fd) == NULL, grantpt(fd));
    printf("%d", unlockpt(ends[0]));
    printf(" %d\n", errno == EINVAL);
    printf("%s %s\n", ctermid(NULL), ctermid(name));
    printf("%d\n", tcsetattr(0, 7, NULL) == -1 && errno == EINVAL);
}

static void show_settings(void)
{
    struct winsize size = { 33, 101, 0, 0 }, got;
    struct termios settings, now;
    char line[64];
    int controller, terminal;
    ssize_t length;

    printf("%d\n", openpty(&controller, &terminal, NULL, NULL, &size));
    printf("%d", ioctl(controller, TIOCGWINSZ, &got));
    printf(" %d %d\n", got.ws_row, got.ws_col);
    size.ws_row = 12;
    printf("%d\n", ioctl(terminal, TIOCSWINSZ, &size));
    printf("%d", ioctl(controller, TIOCGWINSZ, &got));
    printf(" %d %d\n", got.ws_row, got.ws_col);
    printf("%d\n", tcgetattr(terminal, &settings));
    printf("%d %d %d\n", !!(settings.c_lflag & ICANON), !!(settings.c_lflag & ECHO), settings.c_cc[VINTR]);
    settings.c_lflag &= ~(tcflag_t)ECHO;
    printf("%d", tcsetattr(terminal, TCSANOW, &settings));
    printf(" %d", tcgetattr(controller, &now));
    printf(" %d\n", !!(now.c_lflag & ECHO));
    write(controller, "typed\n", 6);
    length = read(terminal, line, sizeof line);
    printf("%.*s", (int)length, line);
    write(terminal, "shown\n", 6);
    length = read(controller, line, sizeof line);
    printf("%d %d\n", (int)length, memcmp(line, "shown\r\n", 7));
    cfmakeraw(&settings);
    tcsetattr(terminal, TCSAFLUSH, &settings);
    write(controller, "\003\r", 2);
    length = read(terminal, line, sizeof line);
    printf("%d %d %d\n", (int)length, line[0], line[1]);
    close(terminal);
    close(controller);
}

static void show_child(void)
{
    char text[256];
    size_t used = 0;
    ssize_t length;
    int controller, status;
    pid_t child = forkpty(&controller, NULL, NULL, NULL);

    if (child == 0) {
        printf("%d %d", isatty(0), isatty(1));
        printf(" %d %d", tcgetpgrp(0) == getpid(), open("/dev/tty", O_RDWR) >= 0);
        printf(" %d\n", getsid(0) == getpid());
        fflush(stdout);
        _exit(7);
    }
    while (used < sizeof text - 1 && (length = read(controller, text + used, sizeof text - 1 - used)) > 0)
        used += (size_t)length;
    text[used] = 0;
    waitpid(child, &status, 0);
    printf("%s%d\n", text, WEXITSTATUS(status));
    close(controller);
}

int main(void)
{
    setvbuf(stdout, NULL, _IONBF, 0);
    show_names();
    show_errors();
    show_settings();
    show_child();
    return 0;
}
