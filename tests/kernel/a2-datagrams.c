/* Datagrams and packets of AF_UNIX: ends, senders, peers, scatter and gather, flags, several at once, options. */
#define _GNU_SOURCE
#include "sockets.h"

static long get(int fd, char *text, long size, int flags)
{
    memset(text, '.', size);
    return recv(fd, text, size, flags);
}

static void senders(void)
{
    struct sockaddr_un a;
    socklen_t length;
    char text[16];
    int to = socket(AF_UNIX, SOCK_DGRAM, 0), from = socket(AF_UNIX, SOCK_DGRAM, 0), third = socket(AF_UNIX, SOCK_DGRAM, 0);

    GIVES(0, bind_to(to, "to"));
    FAILS(ENOTCONN, send(from, "x", 1, 0));
    GIVES(3, send_to(from, "to", "one", 3));
    length = sizeof a;
    GIVES(3, recvfrom(to, text, sizeof text, 0, (struct sockaddr *)&a, &length));
    GIVES(0, length);
    GIVES(0, bind_to(from, "@from"));
    GIVES(3, send_to(from, "to", "two", 3));
    GIVES(0, send_to(from, "to", "", 0));
    GIVES(5, send_to(from, "to", "three", 5));
    length = sizeof a;
    GIVES(3, recvfrom(to, text, sizeof text, MSG_PEEK, (struct sockaddr *)&a, &length));
    GIVES(2 + 5, length);
    HOLDS(memcmp(a.sun_path, "\0from", 5) == 0);
    GIVES(2, get(to, text, 2, 0));
    HOLDS(memcmp(text, "tw", 2) == 0);
    GIVES(0, get(to, text, sizeof text, 0));
    GIVES(5, get(to, text, 1, MSG_TRUNC));
    HOLDS(text[0] == 't');
    FAILS(EAGAIN, get(to, text, sizeof text, MSG_DONTWAIT));
    FAILS(ENOENT, send_to(from, "nobody", "x", 1));
    FAILS(EPROTOTYPE, send_to(socket(AF_UNIX, SOCK_STREAM, 0), "x", "x", 1) == -1 && errno == EOPNOTSUPP ? (errno = EPROTOTYPE, -1) : 0);
    /* Who is connected to one gets nothing from others. */
    GIVES(0, connect_to(to, "@from"));
    GIVES(0, connect_to(from, "to"));
    FAILS(EPERM, send_to(third, "to", "x", 1));
    FAILS(EPERM, connect_to(third, "to"));
    GIVES(1, write(from, "y", 1));
    GIVES(1, write(to, "z", 1));
    GIVES(1, get(from, text, 4, 0));
    GIVES(1, get(to, text, 4, 0));
    length = sizeof a;
    GIVES(0, getpeername(from, (struct sockaddr *)&a, &length));
    HOLDS(strcmp(a.sun_path, "to") == 0);
    /* The other's end. */
    close(to);
    FAILS(ECONNREFUSED, send(from, "x", 1, 0));
    FAILS(ENOTCONN, send(from, "x", 1, 0));
    FAILS(ECONNREFUSED, send_to(from, "to", "x", 1));
    a.sun_family = AF_UNSPEC;
    GIVES(0, connect(from, (struct sockaddr *)&a, 2));
    close(from);
    close(third);
}

/* A message is in several pieces for both, and one for who comes between. */
static void pieces(int type)
{
    struct iovec v[4];
    struct msghdr m;
    char a[4], b[8], large[3000];
    int fds[2], k, count;

    GIVES(0, socketpair(AF_UNIX, type, 0, fds));
    GIVES(POLLOUT, ready(fds[0]));
    v[0].iov_base = "abc";
    v[0].iov_len = 3;
    v[1].iov_base = NULL;
    v[1].iov_len = 0;
    v[2].iov_base = large;
    v[2].iov_len = sizeof large;
    memset(large, 'l', sizeof large);
    GIVES(3003, writev(fds[0], v, 3));
    GIVES(3003, writev(fds[0], v, 3));
    GIVES(POLLIN | POLLOUT, ready(fds[1]));
    memset(&m, 0, sizeof m);
    v[0].iov_base = a;
    v[0].iov_len = 2;
    v[1].iov_base = b;
    v[1].iov_len = 4;
    m.msg_iov = v;
    m.msg_iovlen = 2;
    GIVES(6, recvmsg(fds[1], &m, 0));
    HOLDS((m.msg_flags & MSG_TRUNC) != 0 && memcmp(a, "ab", 2) == 0 && memcmp(b, "clll", 4) == 0);
    GIVES(0, ioctl(fds[1], FIONREAD, &count));
    GIVES(3003, count);
    v[2].iov_len = sizeof large;
    v[2].iov_base = large;
    GIVES(3003, readv(fds[1], v, 3));
    m.msg_iovlen = 1025;
    FAILS(EMSGSIZE, sendmsg(fds[0], &m, 0));
    m.msg_iovlen = 2;
    v[1].iov_base = BAD_ADDRESS;
    FAILS(EFAULT, sendmsg(fds[0], &m, 0));
    v[1].iov_len = -1;
    FAILS(EINVAL, sendmsg(fds[0], &m, 0));
    FAILS(EFAULT, sendmsg(fds[0], (struct msghdr *)BAD_ADDRESS, 0));
    FAILS(EAGAIN, recv(fds[1], b, 1, MSG_DONTWAIT));
    /* Many, until there is no room; none is torn. */
    for (k = 0; send(fds[0], large, sizeof large, MSG_DONTWAIT) > 0; k++)
        ;
    HOLDS(errno == EAGAIN);
    HOLDS(k > 5 && !(ready(fds[0]) & POLLOUT));
    for (count = 0; recv(fds[1], large, sizeof large, MSG_DONTWAIT) == sizeof large; count++)
        ;
    GIVES(k, count);
    GIVES(POLLOUT, ready(fds[0]));
    close(fds[0]);
    close(fds[1]);
}

static void packets(void)
{
    char text[8];
    int fds[2];

    GIVES(0, socketpair(AF_UNIX, SOCK_SEQPACKET, 0, fds));
    GIVES(1, write(fds[0], "1", 1));
    GIVES(2, write(fds[0], "22", 2));
    GIVES(0, shutdown(fds[0], SHUT_WR));
    FAILS(EPIPE, send(fds[0], "3", 1, 0));         /* no signal */
    GIVES(1, read(fds[1], text, 8));
    GIVES(2, read(fds[1], text, 8));
    GIVES(0, read(fds[1], text, 8));
    HOLDS(ready(fds[1]) & POLLRDHUP);
    GIVES(1, write(fds[1], "4", 1));
    close(fds[0]);
    FAILS(ECONNRESET, read(fds[1], text, 8));
    GIVES(0, read(fds[1], text, 8));
    FAILS(EPIPE, send(fds[1], "3", 1, 0));
    close(fds[1]);
    GIVES(0, socketpair(AF_UNIX, SOCK_DGRAM, 0, fds));
    GIVES(0, shutdown(fds[1], SHUT_RD));
    FAILS(EPIPE, send(fds[0], "3", 1, MSG_NOSIGNAL));
    GIVES(0, read(fds[1], text, 8));
    close(fds[0]);
    close(fds[1]);
}

/* Who sends waits for room; who receives, for a message, as long as he may. */
static void waiting(void)
{
    static char large[30000];
    struct timeval t, told;
    socklen_t length = sizeof told;
    int fds[2], k, status;
    pid_t child;

    GIVES(0, socketpair(AF_UNIX, SOCK_DGRAM, 0, fds));
    child = fork();
    if (child == 0) {
        for (k = 0; k < 40; k++)
            if (write(fds[0], large, sizeof large) != sizeof large)
                _exit(1);
        _exit(0);
    }
    usleep(10000);
    for (k = 0; k < 40; k++)
        GIVES(sizeof large, read(fds[1], large, sizeof large));
    GIVES(child, waitpid(child, &status, 0));
    GIVES(0, status);
    t.tv_sec = 0;
    t.tv_usec = 30000;
    GIVES(0, setsockopt(fds[1], SOL_SOCKET, SO_RCVTIMEO, &t, sizeof t));
    GIVES(0, getsockopt(fds[1], SOL_SOCKET, SO_RCVTIMEO, &told, &length));
    HOLDS(told.tv_sec == 0 && told.tv_usec == 32000 || told.tv_usec == 30000);
    FAILS(EAGAIN, read(fds[1], large, 1));
    t.tv_usec = 1000000;
    FAILS(EDOM, setsockopt(fds[1], SOL_SOCKET, SO_RCVTIMEO, &t, sizeof t));
    FAILS(EINVAL, setsockopt(fds[1], SOL_SOCKET, SO_RCVTIMEO, &t, 8));
    t.tv_usec = 30000;
    GIVES(0, setsockopt(fds[0], SOL_SOCKET, SO_SNDTIMEO, &t, sizeof t));
    while (write(fds[0], large, sizeof large) > 0)
        ;
    HOLDS(errno == EAGAIN);
    close(fds[0]);
    close(fds[1]);
}

static void several(void)
{
    struct mmsghdr m[3];
    struct iovec v[3];
    struct timespec t;
    char text[3][8];
    int fds[2], k;

    GIVES(0, socketpair(AF_UNIX, SOCK_DGRAM, 0, fds));
    memset(m, 0, sizeof m);
    for (k = 0; k < 3; k++) {
        v[k].iov_base = "12345";
        v[k].iov_len = k + 1;
        m[k].msg_hdr.msg_iov = &v[k];
        m[k].msg_hdr.msg_iovlen = 1;
    }
    GIVES(3, sendmmsg(fds[0], m, 3, 0));
    GIVES(1, m[0].msg_len);
    GIVES(3, m[2].msg_len);
    for (k = 0; k < 3; k++) {
        v[k].iov_base = text[k];
        v[k].iov_len = 8;
    }
    GIVES(2, recvmmsg(fds[1], m, 2, 0, NULL));
    GIVES(2, m[1].msg_len);
    GIVES(1, recvmmsg(fds[1], m, 3, MSG_WAITFORONE, NULL));
    GIVES(3, m[0].msg_len);
    FAILS(EAGAIN, recvmmsg(fds[1], m, 3, MSG_DONTWAIT, NULL));
    t.tv_sec = 0;
    t.tv_nsec = -1;
    FAILS(EINVAL, recvmmsg(fds[1], m, 3, 0, &t));
    v[1].iov_base = BAD_ADDRESS;
    GIVES(1, sendmmsg(fds[0], m, 2, 0));
    GIVES(0, sendmmsg(fds[0], m, 0, 0));
    FAILS(EFAULT, sendmmsg(fds[0], (struct mmsghdr *)BAD_ADDRESS, 1, 0));
    close(fds[0]);
    close(fds[1]);
}

static void options(void)
{
    int fd = socket(AF_UNIX, SOCK_DGRAM, 0), number = 5, linger[2] = { 1, 7 };
    char byte[4];
    socklen_t length;

    GIVES(SOCK_DGRAM, option(fd, SOL_SOCKET, SO_TYPE));
    GIVES(AF_UNIX, option(fd, SOL_SOCKET, SO_DOMAIN));
    GIVES(0, option(fd, SOL_SOCKET, SO_PROTOCOL));
    GIVES(0, option(fd, SOL_SOCKET, SO_ERROR));
    GIVES(0, option(fd, SOL_SOCKET, SO_REUSEADDR));
    GIVES(0, set_option(fd, SOL_SOCKET, SO_REUSEADDR, 5));
    GIVES(1, option(fd, SOL_SOCKET, SO_REUSEADDR));
    GIVES(0, set_option(fd, SOL_SOCKET, SO_SNDBUF, 8192));
    GIVES(16384, option(fd, SOL_SOCKET, SO_SNDBUF));
    GIVES(0, set_option(fd, SOL_SOCKET, SO_RCVBUF, 1));
    HOLDS(option(fd, SOL_SOCKET, SO_RCVBUF) >= 2048);
    length = sizeof linger;
    GIVES(0, setsockopt(fd, SOL_SOCKET, SO_LINGER, linger, sizeof linger));
    GIVES(0, getsockopt(fd, SOL_SOCKET, SO_LINGER, linger, &length));
    HOLDS(length == 8 && linger[0] == 1 && linger[1] == 7);
    length = 1;
    GIVES(0, getsockopt(fd, SOL_SOCKET, SO_TYPE, byte, &length));
    HOLDS(length == 1 && byte[0] == SOCK_DGRAM);
    length = -1;
    FAILS(EINVAL, getsockopt(fd, SOL_SOCKET, SO_TYPE, byte, &length));
    length = 4;
    FAILS(EFAULT, getsockopt(fd, SOL_SOCKET, SO_TYPE, BAD_ADDRESS, &length));
    FAILS(EFAULT, setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, BAD_ADDRESS, 4));
    FAILS(EINVAL, setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &number, 2));
    FAILS(ENOPROTOOPT, set_option(fd, SOL_SOCKET, SO_TYPE, 1));
    FAILS(ENOPROTOOPT, set_option(fd, SOL_SOCKET, 9999, 1));
    FAILS(ENOPROTOOPT, getsockopt(fd, SOL_SOCKET, 9999, &number, &length));
    FAILS(EOPNOTSUPP, set_option(fd, IPPROTO_TCP, TCP_NODELAY, 1));
    close(fd);
}

int main(void)
{
    senders();
    pieces(SOCK_DGRAM);
    pieces(SOCK_SEQPACKET);
    packets();
    waiting();
    several();
    options();
    return finish();
}
