/* Pairs of terminals: lines, keys, settings, window, what is left when one side closes. */
#include "check.h"
#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>

static int master, slave;
static char text[8192], name[64];

static const char *got(int fd)
{
    ssize_t size = read(fd, text, sizeof text - 1);

    text[size < 0 ? 0 : size] = 0;
    return size < 0 ? strerror(errno) : text;
}

/* The master may get it in pieces. */
static int shows(const char *expected)
{
    size_t size = 0;
    ssize_t more = 1;

    for (; more > 0 && size < strlen(expected); size += (size_t)(more > 0 ? more : 0))
        more = read(master, text + size, sizeof text - size);
    return size == strlen(expected) && memcmp(text, expected, size) == 0;
}

static int ready(int fd)
{
    struct pollfd p = { fd, POLLIN | POLLOUT, 0 };

    return poll(&p, 1, 0) < 0 ? -1 : p.revents;
}

static void type(const char *keys)
{
    GIVES(strlen(keys), write(master, keys, strlen(keys)));
}

static void open_pair(void)
{
    int number;

    master = posix_openpt(O_RDWR | O_NOCTTY);
    HOLDS(master >= 0);
    HOLDS(ioctl(master, TIOCGPTN, &number) == 0);
    snprintf(name, sizeof name, "/dev/pts/%d", number);
    FAILS(EIO, open(name, O_RDWR | O_NOCTTY));
    GIVES(0, grantpt(master));
    GIVES(0, unlockpt(master));
    HOLDS(strcmp(ptsname(master), name) == 0);
    slave = open(name, O_RDWR | O_NOCTTY);
    HOLDS(slave >= 0 && isatty(slave) && isatty(master));
}

static void lines(void)
{
    HOLDS(ready(slave) == POLLOUT);
    type("one");
    HOLDS(ready(slave) == POLLOUT);
    HOLDS(shows("one"));
    type(" line\ranother\n");
    HOLDS(strcmp(got(slave), "one line\n") == 0);
    HOLDS(strcmp(got(slave), "another\n") == 0);
    HOLDS(shows(" line\r\nanother\r\n"));
    type("abx\177cd\025hallo du\027da\n");
    HOLDS(strcmp(got(slave), "hallo da\n") == 0);
    got(master);
    /* An end of file in front of a line's end ends the read, alone it is one. */
    type("half\004");
    HOLDS(strcmp(got(slave), "half") == 0);
    type("\004");
    GIVES(0, read(slave, text, sizeof text));
    type("five\n");
    GIVES(2, read(slave, text, 2));
    HOLDS(strcmp(got(slave), "ve\n") == 0);
    got(master);
    GIVES(5, write(slave, "a\nb\nc", 5));
    HOLDS(shows("a\r\nb\r\nc"));
}

static void settings(void)
{
    struct termios old, new;
    int flags;

    GIVES(0, tcgetattr(slave, &old));
    HOLDS(old.c_lflag & ICANON && old.c_lflag & ECHO && old.c_lflag & ISIG && old.c_oflag & OPOST && old.c_iflag & ICRNL);
    HOLDS(old.c_cc[VINTR] == 3 && old.c_cc[VEOF] == 4 && old.c_cc[VERASE] == 0177);
    new = old;
    new.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG);
    new.c_iflag &= ~(tcflag_t)ICRNL;
    new.c_oflag &= ~(tcflag_t)OPOST;
    new.c_cc[VMIN] = 1;
    new.c_cc[VTIME] = 0;
    GIVES(0, tcsetattr(slave, TCSANOW, &new));
    type("\003\r\004");
    HOLDS(strcmp(got(slave), "\003\r\004") == 0);
    GIVES(1, write(slave, "\n", 1));
    HOLDS(shows("\n"));
    new.c_cc[VMIN] = 0;
    GIVES(0, tcsetattr(slave, TCSANOW, &new));
    GIVES(0, read(slave, text, 10));
    new.c_cc[VTIME] = 1;
    GIVES(0, tcsetattr(slave, TCSAFLUSH, &new));
    GIVES(0, read(slave, text, 10));
    type("x");
    GIVES(1, read(slave, text, 10));
    new.c_cc[VMIN] = 3;
    GIVES(0, tcsetattr(slave, TCSANOW, &new));
    type("abc");
    GIVES(3, read(slave, text, 10));
    flags = fcntl(slave, F_GETFL);
    GIVES(0, fcntl(slave, F_SETFL, flags | O_NONBLOCK));
    FAILS(EAGAIN, read(slave, text, 10));
    GIVES(0, fcntl(slave, F_SETFL, flags));
    /* What was typed is forgotten. */
    type("gone");
    GIVES(0, tcflush(slave, TCIFLUSH));
    GIVES(0, ioctl(slave, FIONREAD, &flags));
    HOLDS(flags == 0);
    GIVES(0, tcsetattr(slave, TCSANOW, &old));
    FAILS(EFAULT, ioctl(slave, TCSETS, BAD_ADDRESS));
    FAILS(EFAULT, ioctl(slave, TCGETS, BAD_ADDRESS));
}

static void window(void)
{
    struct winsize size = { 10, 20, 0, 0 };

    GIVES(0, ioctl(master, TIOCSWINSZ, &size));
    memset(&size, 0, sizeof size);
    GIVES(0, ioctl(slave, TIOCGWINSZ, &size));
    HOLDS(size.ws_row == 10 && size.ws_col == 20);
}

static void files(void)
{
    struct stat status;
    int other;

    GIVES(0, fstat(slave, &status));
    HOLDS(S_ISCHR(status.st_mode) && status.st_uid == getuid() && (status.st_rdev >> 8 & 0xff) == 136);
    HOLDS(strcmp(ttyname(slave), name) == 0);
    GIVES(0, access(name, R_OK | W_OK));
    FAILS(ESPIPE, lseek(slave, 0, SEEK_SET));
    other = open(name, O_RDONLY | O_NOCTTY);
    HOLDS(other >= 0);
    close(other);
    /* Nobody has it as its controlling terminal. */
    FAILS(ENOTTY, tcgetpgrp(slave));
    FAILS(ENOTTY, tcsetpgrp(slave, getpgrp()));
}

static void closing(void)
{
    type("left");
    got(master);
    GIVES(4, write(slave, "last", 4));
    close(slave);
    HOLDS(ready(master) & POLLHUP);
    HOLDS(shows("last"));
    FAILS(EIO, read(master, text, 10));
    slave = open(name, O_RDWR | O_NOCTTY);
    HOLDS(!(ready(master) & POLLHUP));
    close(master);
    HOLDS(ready(slave) & POLLHUP);
    GIVES(0, read(slave, text, 10));
    FAILS(EIO, write(slave, "x", 1));
    HOLDS(open(name, O_RDWR | O_NOCTTY) < 0);
    close(slave);
}

int main(void)
{
    for (int k = 0; k < 3; k++) {
        open_pair();
        lines();
        settings();
        window();
        files();
        closing();
    }
    return finish();
}
