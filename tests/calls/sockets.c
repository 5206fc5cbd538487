/* Sockets of AF_UNIX: names, connections, messages with descriptors and without, ends. Nothing waits where it is compared. */
#include "sequences.h"
#include <stddef.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/un.h>

#ifndef SO_PASSCRED
#define SO_PASSCRED 16
#endif

static const int types[] = { SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET };

/* A name in the tree, or an abstract one. */
static socklen_t any_name(struct sockaddr_un *a, const char **name)
{
    static const char *const names[] = { "s", "t", "d/s", "s", "@s", "@t", "a", "l", "n/x", "", "d/" };

    *name = names[any(sizeof names / sizeof *names)];
    memset(a, 0, sizeof *a);
    a->sun_family = AF_UNIX;
    if (**name != '@') {
        strcpy(a->sun_path, *name);
        return (socklen_t)(offsetof(struct sockaddr_un, sun_path) + strlen(*name) + 1);
    }
    snprintf(a->sun_path + 1, sizeof a->sun_path - 1, "sequences-%s", *name + 1);
    return (socklen_t)(offsetof(struct sockaddr_un, sun_path) + 11 + strlen(*name));
}

/* A name of the kernel's choice is not told, but for its length. */
static void note_name(const struct sockaddr_un *a, socklen_t length)
{
    if (length > 2 && a->sun_path[0])
        note("%u: %u %s", (unsigned)length, (unsigned)a->sun_family, a->sun_path);
    else
        note("%u", (unsigned)length);
}

static void names(int fd, int k)
{
    struct sockaddr_un a;
    socklen_t length = sizeof a;
    const char *name;

    switch (k) {
    case 0:
    case 1:
        length = any_name(&a, &name);
        called(bind(fd, (struct sockaddr *)&a, length), "bind %d %s", fd, name);
        break;
    case 2:
    case 3:
        length = any_name(&a, &name);
        called(connect(fd, (struct sockaddr *)&a, length), "connect %d %s", fd, name);
        break;
    case 4:
        memset(&a, 0, sizeof a);
        if (called(getsockname(fd, (struct sockaddr *)&a, &length), "getsockname %d", fd) == 0)
            note_name(&a, length);
        break;
    case 5:
        memset(&a, 0, sizeof a);
        if (called(getpeername(fd, (struct sockaddr *)&a, &length), "getpeername %d", fd) == 0)
            note_name(&a, length);
        break;
    case 6:
        memset(&a, 0, sizeof a);
        if (called(accept4(fd, (struct sockaddr *)&a, &length, SOCK_NONBLOCK), "accept %d", fd) >= 0)
            note_name(&a, length);
        break;
    default: called(listen(fd, 4 + (int)any(3)), "listen %d", fd);
    }
}

static void options(int fd)
{
    static const int some[] = { SO_TYPE, SO_ERROR, SO_ACCEPTCONN, SO_DOMAIN, SO_PROTOCOL, SO_PASSCRED, SO_REUSEADDR, 4242 };
    int name = some[any(8)], number = (int)any(3);
    socklen_t length = sizeof number;

    if (any(4) == 0) {
        if (name != SO_ERROR)
            called(setsockopt(fd, SOL_SOCKET, name, &number, any(8) ? sizeof number : 2), "setsockopt %d %d %d", fd, name, number);
    } else if (called(getsockopt(fd, SOL_SOCKET, name, &number, &length), "getsockopt %d %d", fd, name) == 0)
        note("%d %u", number, (unsigned)length);
}

/* ---- Messages ---- */

union control {
    struct cmsghdr header;
    char room[256];
};

static void send_message(int fd)
{
    struct sockaddr_un a, own;
    socklen_t length = sizeof own;
    union control control;
    struct iovec v[2];
    struct msghdr m;
    int fds[4], count = any(2) ? (int)any(4) : 0, k;
    const char *name = "-";

    memset(buffer, (int)any(256), 600);
    memset(&m, 0, sizeof m);
    memset(&control, 0, sizeof control);
    for (k = 0; k < 2; k++) {
        v[k].iov_base = buffer + 100 * k;
        v[k].iov_len = any(60);
    }
    m.msg_iov = v;
    m.msg_iovlen = any(3);
    if (any(4) == 0) {
        m.msg_namelen = any_name(&a, &name);
        m.msg_name = &a;
    }
    /* Linux looks for rings of sockets when it has time. */
    for (k = 0; k < count; k++) {
        fds[k] = any_fd();
        if (is_compared && getsockname(fds[k], (struct sockaddr *)&own, &length) == 0)
            fds[k] = 0;
    }
    if (count) {
        m.msg_control = &control;
        m.msg_controllen = CMSG_SPACE((size_t)count * sizeof(int));
        control.header.cmsg_len = CMSG_LEN((size_t)count * sizeof(int));
        control.header.cmsg_level = SOL_SOCKET;
        control.header.cmsg_type = SCM_RIGHTS;
        memcpy(CMSG_DATA(&control.header), fds, (size_t)count * sizeof(int));
    }
    called(sendmsg(fd, &m, MSG_DONTWAIT | MSG_NOSIGNAL), "sendmsg %d %s %d %d", fd, name, (int)m.msg_iovlen, count);
}

/* Descriptors come at the lowest free numbers. */
static void receive_message(int fd)
{
    struct sockaddr_un a;
    union control control;
    struct iovec v[2];
    struct msghdr m;
    struct cmsghdr *h;
    int fds[4], k, flags = MSG_DONTWAIT | (any(4) ? 0 : MSG_PEEK) | (any(4) ? 0 : MSG_TRUNC) | (any(4) ? 0 : MSG_CMSG_CLOEXEC);
    long r;

    memset(&m, 0, sizeof m);
    memset(&a, 0, sizeof a);
    for (k = 0; k < 2; k++) {
        v[k].iov_base = buffer + 100 * k;
        v[k].iov_len = any(80);
    }
    m.msg_iov = v;
    m.msg_iovlen = any(3);
    m.msg_name = &a;
    m.msg_namelen = sizeof a;
    m.msg_control = &control;
    m.msg_controllen = any(4) ? CMSG_SPACE(4 * sizeof(int)) + CMSG_SPACE(sizeof(struct ucred)) : CMSG_LEN(any(3) * sizeof(int));
    r = called(recvmsg(fd, &m, flags), "recvmsg %d %d %x", fd, (int)m.msg_iovlen, (unsigned)flags);
    if (r < 0)
        return;
    note("flags %x control %lu", (unsigned)m.msg_flags, (unsigned long)m.msg_controllen);
    note_name(&a, m.msg_namelen);
    for (h = CMSG_FIRSTHDR(&m); h; h = CMSG_NXTHDR(&m, h)) {
        note("type %d length %lu", h->cmsg_type, (unsigned long)h->cmsg_len);
        if (h->cmsg_type != SCM_RIGHTS)
            continue;
        memcpy(fds, CMSG_DATA(h), h->cmsg_len - CMSG_LEN(0));
        for (k = 0; k < (int)((h->cmsg_len - CMSG_LEN(0)) / sizeof(int)); k++)
            note("got %d", fds[k]);
    }
    for (k = 0; k < 2 && k < (int)m.msg_iovlen && r > 0; k++) {
        unsigned long size = v[k].iov_len < (unsigned long)r ? v[k].iov_len : (unsigned long)r;

        note("%016lx", hash_of(v[k].iov_base, size));
        r -= (long)size;
    }
}

static void plain(int fd)
{
    struct sockaddr_un a;
    socklen_t length = sizeof a;
    const char *name;
    unsigned size = any(100);
    int flags = MSG_DONTWAIT | (any(3) ? 0 : MSG_PEEK) | (any(4) ? 0 : MSG_WAITALL);
    long r;

    if (any(2)) {
        memset(buffer, (int)any(256), 100);
        if (any(2)) {
            called(send(fd, buffer, size, MSG_DONTWAIT | MSG_NOSIGNAL), "send %d %u", fd, size);
            return;
        }
        length = any_name(&a, &name);
        called(sendto(fd, buffer, size, MSG_DONTWAIT | MSG_NOSIGNAL, (struct sockaddr *)&a, length), "sendto %d %u %s", fd, size, name);
        return;
    }
    memset(&a, 0, sizeof a);
    r = called(recvfrom(fd, buffer, size, flags, (struct sockaddr *)&a, &length), "recvfrom %d %u %x", fd, size, (unsigned)flags);
    if (r < 0)
        return;
    note_name(&a, length);
    note("%016lx", hash_of(buffer, (unsigned long)r));
}

/* Who waits is woken by an alarm, or by what threads and other processes do with the same socket: close it, too. */
static void wait(int fd)
{
    struct itimerval timer = { { 0, 0 }, { 0, any(5000) } };
    struct sockaddr_un a;
    const char *name;
    socklen_t length = any_name(&a, &name);

    fcntl(fd, F_SETFL, 0);
    setitimer(ITIMER_REAL, &timer, NULL);
    switch (any(5)) {
    case 0: close(accept(fd, NULL, NULL)); break;
    case 1: connect(fd, (struct sockaddr *)&a, length); break;
    case 2: recv(fd, buffer, any(5000), any(2) ? MSG_WAITALL : 0); break;
    case 3: send(fd, buffer, any(sizeof buffer), MSG_NOSIGNAL); break;
    default: sendto(fd, buffer, any(sizeof buffer), MSG_NOSIGNAL, (struct sockaddr *)&a, length);
    }
}

void socket_call(void)
{
    int fd = any_fd(), type = types[any(3)], ends[2], number = 0;
    struct sockaddr_un a;
    socklen_t length = sizeof a;

    if (!is_compared && any(40) == 0)
        wait(fd);
    switch (any(12)) {
    case 0: called(socket(AF_UNIX, type | SOCK_NONBLOCK | (any(2) ? SOCK_CLOEXEC : 0), 0), "socket %d", type); break;
    case 1:
        if (called(socketpair(AF_UNIX, type | SOCK_NONBLOCK, 0, ends), "socketpair %d", type) == 0)
            note("%d %d", ends[0], ends[1]);
        break;
    case 2:
    case 3:
    case 4:
    case 5: names(fd, (int)any(8)); break;
    case 6: options(fd); break;
    case 7: send_message(fd); break;
    case 8: receive_message(fd); break;
    case 9:
    case 10: plain(fd); break;
    default:
        if (any(2))
            called(shutdown(fd, (int)any(3)), "shutdown %d", fd);
        else if (getsockname(fd, (struct sockaddr *)&a, &length) == 0 && called(ioctl(fd, FIONREAD, &number), "FIONREAD %d", fd) == 0)
            note("%d", number);
    }
}
