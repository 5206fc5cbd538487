/* Pairs of connected streams: both directions, waiting, ends, flags, poll, wrong arguments. */
#include "check.h"
#include <poll.h>
#include <sys/ioctl.h>

/* Numbers of Linux, the same everywhere. */
enum { UNIX = 1, INET = 2, STREAM = 1, PEEK = 2, DONTWAIT = 0x40, WAITALL = 0x100, NOSIGNAL = 0x4000, RDHUP = 0x2000 };

static long pair(int fds[2], int type)
{
    return syscall(SYS_socketpair, UNIX, type, 0, fds);
}

static long put(int fd, const void *bytes, long size, int flags)
{
    return syscall(SYS_sendto, fd, bytes, size, flags, NULL, 0);
}

static long get(int fd, void *bytes, long size, int flags)
{
    return syscall(SYS_recvfrom, fd, bytes, size, flags, NULL, NULL);
}

static long option(int fd, int which)
{
    int number = -1;
    unsigned length = 4;

    GIVES(0, syscall(SYS_getsockopt, fd, 1, which, &number, &length));
    GIVES(4, length);
    return number;
}

static int ready(int fd)
{
    struct pollfd p;

    p.fd = fd;
    p.events = POLLIN | POLLOUT | RDHUP;
    p.revents = 0;
    poll(&p, 1, 0);
    return p.revents;
}

static void both_ways(void)
{
    struct stat s;
    char text[16], name[64];
    int fds[2], count, length;

    GIVES(0, pair(fds, STREAM | O_CLOEXEC | O_NONBLOCK));
    GIVES(FD_CLOEXEC, fcntl(fds[0], F_GETFD));
    GIVES(0, fstat(fds[0], &s));
    HOLDS(S_ISSOCK(s.st_mode));
    sprintf(name, "/proc/self/fd/%d", fds[0]);
    length = readlink(name, text, 8);
    HOLDS(length == 8 && memcmp(text, "socket:[", 8) == 0);
    FAILS(ENXIO, open(name, O_RDWR));
    FAILS(EAGAIN, read(fds[0], text, 1));
    GIVES(POLLOUT, ready(fds[0]));
    GIVES(5, write(fds[0], "hello", 5));
    GIVES(3, put(fds[1], "abc", 3, 0));
    GIVES(POLLIN | POLLOUT, ready(fds[1]));
    GIVES(0, ioctl(fds[1], FIONREAD, &count));
    GIVES(5, count);
    GIVES(2, get(fds[1], text, 2, PEEK));
    GIVES(5, get(fds[1], text, sizeof text, 0));
    HOLDS(memcmp(text, "hello", 5) == 0);
    GIVES(3, read(fds[0], text, sizeof text));
    FAILS(EAGAIN, get(fds[1], text, 1, DONTWAIT));
    GIVES(1, option(fds[0], 3));
    GIVES(0, option(fds[0], 4));
    GIVES(1, option(fds[0], 39));
    close(fds[0]);
    close(fds[1]);
}

static void ends(void)
{
    char text[16];
    int fds[2];

    GIVES(0, pair(fds, STREAM));
    GIVES(2, write(fds[0], "xy", 2));
    GIVES(0, syscall(SYS_shutdown, fds[0], 1));
    FAILS(EPIPE, put(fds[0], "z", 1, NOSIGNAL));
    GIVES(POLLIN | POLLOUT | RDHUP, ready(fds[1]));
    GIVES(2, get(fds[1], text, 16, WAITALL));
    GIVES(0, read(fds[1], text, 16));
    GIVES(1, write(fds[1], "k", 1));
    close(fds[0]);
    GIVES(104, option(fds[1], 4));        /* it was closed with a byte unread: ECONNRESET, told once */
    GIVES(0, option(fds[1], 4));
    GIVES(0, read(fds[1], text, 16));
    HOLDS(ready(fds[1]) & POLLHUP);
    FAILS(EPIPE, put(fds[1], "z", 1, NOSIGNAL));
    close(fds[1]);
}

static void killed_by_pipe(void)
{
    int fds[2];

    pair(fds, STREAM);
    close(fds[1]);
    write(fds[0], "x", 1);
}

/* More than fits, from one process to another that answers. */
static void between_processes(void)
{
    static char bytes[300000];
    int fds[2], status;
    long size, total = 0;
    pid_t child;

    GIVES(0, pair(fds, STREAM));
    child = fork();
    if (child == 0) {
        close(fds[0]);
        memset(bytes, 'b', sizeof bytes);
        _exit(write(fds[1], bytes, sizeof bytes) != sizeof bytes || read(fds[1], bytes, 1) != 1);
    }
    close(fds[1]);
    while (total < (long)sizeof bytes && (size = read(fds[0], bytes, 7777)) > 0) {
        HOLDS(bytes[0] == 'b' && bytes[size - 1] == 'b');
        total += size;
    }
    GIVES(sizeof bytes, total);
    GIVES(1, write(fds[0], "!", 1));
    GIVES(child, waitpid(child, &status, 0));
    GIVES(0, status);
    GIVES(0, read(fds[0], bytes, 1));
    close(fds[0]);
}

static void refusals(void)
{
    int fds[2], pipe_ends[2];

    GIVES(0, pair(fds, STREAM));
    GIVES(0, pipe(pipe_ends));
    FAILS(EINVAL, pair(pipe_ends, STREAM | 0x100));
    FAILS(EFAULT, pair((int *)BAD_ADDRESS, STREAM));
    FAILS(88, put(pipe_ends[1], "x", 1, 0));
    FAILS(EBADF, put(99, "x", 1, 0));
    FAILS(EFAULT, put(fds[0], BAD_ADDRESS, 1, 0));
    GIVES(1, write(fds[0], "x", 1));
    FAILS(EFAULT, get(fds[1], BAD_ADDRESS, 1, 0));
    FAILS(EINVAL, syscall(SYS_shutdown, fds[0], 3));
    FAILS(ESPIPE, lseek(fds[0], 0, SEEK_SET));
    FAILS(88, syscall(SYS_shutdown, pipe_ends[0], 0));
}

int main(void)
{
    both_ways();
    ends();
    GIVES(128 + SIGPIPE, ending_of(killed_by_pipe));
    between_processes();
    refusals();
    return finish();
}
