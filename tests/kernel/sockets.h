/* What the fixtures of sockets share. */
#ifndef SOCKETS_H
#define SOCKETS_H

#include "check.h"
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/un.h>

#ifndef POLLRDHUP
#define POLLRDHUP 0x2000
#endif
#ifndef SO_PASSCRED
#define SO_PASSCRED 16
#endif

/* An address of AF_UNIX; a name that begins with @ is abstract. */
static inline socklen_t named(struct sockaddr_un *a, const char *name)
{
    memset(a, 0, sizeof *a);
    a->sun_family = AF_UNIX;
    strcpy(a->sun_path, name);
    if (*name != '@')
        return offsetof(struct sockaddr_un, sun_path) + strlen(name) + 1;
    a->sun_path[0] = 0;
    return offsetof(struct sockaddr_un, sun_path) + strlen(name);
}

static inline int bind_to(int fd, const char *name)
{
    struct sockaddr_un a;
    socklen_t length = named(&a, name);

    return bind(fd, (struct sockaddr *)&a, length);
}

static inline int connect_to(int fd, const char *name)
{
    struct sockaddr_un a;
    socklen_t length = named(&a, name);

    return connect(fd, (struct sockaddr *)&a, length);
}

static inline long send_to(int fd, const char *name, const void *bytes, size_t size)
{
    struct sockaddr_un a;
    socklen_t length = named(&a, name);

    return sendto(fd, bytes, size, 0, (struct sockaddr *)&a, length);
}

static inline int listener(const char *name, int type)
{
    int fd = socket(AF_UNIX, type, 0);

    unlink(name);
    HOLDS(fd >= 0);
    GIVES(0, bind_to(fd, name));
    GIVES(0, listen(fd, 5));
    return fd;
}

/* What poll finds of these. */
static inline int ready(int fd)
{
    struct pollfd p;

    p.fd = fd;
    p.events = POLLIN | POLLOUT | POLLRDHUP;
    p.revents = 0;
    poll(&p, 1, 0);
    return p.revents;
}

static inline long option(int fd, int level, int which)
{
    int number = -1;
    socklen_t length = sizeof number;

    GIVES(0, getsockopt(fd, level, which, &number, &length));
    GIVES(4, length);
    return number;
}

static inline int set_option(int fd, int level, int which, int number)
{
    return setsockopt(fd, level, which, &number, sizeof number);
}

/* The end of what a path is called. */
static inline const char *after_slash(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

/* ---- Descriptors in messages ---- */

union control {
    struct cmsghdr header;
    char room[CMSG_SPACE(300 * sizeof(int)) + CMSG_SPACE(sizeof(struct ucred))];
};

/* Sends a byte and these descriptors. */
static inline long send_fds(int fd, const int *fds, int count)
{
    static union control control;
    struct msghdr m;
    struct iovec v;
    char byte = 'r';

    memset(&m, 0, sizeof m);
    memset(&control, 0, sizeof control);
    v.iov_base = &byte;
    v.iov_len = 1;
    m.msg_iov = &v;
    m.msg_iovlen = 1;
    m.msg_control = &control;
    m.msg_controllen = CMSG_SPACE(count * sizeof(int));
    control.header.cmsg_len = CMSG_LEN(count * sizeof(int));
    control.header.cmsg_level = SOL_SOCKET;
    control.header.cmsg_type = SCM_RIGHTS;
    memcpy(CMSG_DATA(&control.header), fds, count * sizeof(int));
    return sendmsg(fd, &m, MSG_DONTWAIT);
}

/* Takes a byte, and up to this many descriptors; their number, and the message's flags. */
static inline int receive_fds(int fd, int *fds, int most, int flags, int *found)
{
    static union control control;
    struct msghdr m;
    struct iovec v;
    char byte = 0;
    int count;

    memset(&m, 0, sizeof m);
    v.iov_base = &byte;
    v.iov_len = 1;
    m.msg_iov = &v;
    m.msg_iovlen = 1;
    m.msg_control = &control;
    m.msg_controllen = most ? CMSG_LEN(most * sizeof(int)) : 0;
    if (recvmsg(fd, &m, flags) < 0)
        return -1;
    if (found)
        *found = m.msg_flags;
    if (m.msg_controllen < CMSG_LEN(sizeof(int)))
        return 0;
    count = (control.header.cmsg_len - CMSG_LEN(0)) / sizeof(int);
    memcpy(fds, CMSG_DATA(&control.header), count * sizeof(int));
    return count;
}

#endif
