/* UDP between sockets of this machine: who gets what, who has gone, wrong addresses, IPv6. */
#include "sockets.h"
#include <arpa/inet.h>

static struct sockaddr_in at(const char *address, int port)
{
    struct sockaddr_in a;

    memset(&a, 0, sizeof a);
    a.sin_family = AF_INET;
    a.sin_port = htons(port);
    inet_pton(AF_INET, address, &a.sin_addr);
    return a;
}

static int udp_at(const char *address, int *port)
{
    struct sockaddr_in a = at(address, 0);
    socklen_t length = sizeof a;
    int fd = socket(AF_INET, SOCK_DGRAM, 0);

    GIVES(0, bind(fd, (struct sockaddr *)&a, sizeof a));
    GIVES(0, getsockname(fd, (struct sockaddr *)&a, &length));
    *port = ntohs(a.sin_port);
    return fd;
}

static long send_at(int fd, const char *address, int port, const char *text, long size)
{
    struct sockaddr_in a = at(address, port);

    return sendto(fd, text, size, 0, (struct sockaddr *)&a, sizeof a);
}

static long receive(int fd, char *text, struct sockaddr_in *from)
{
    socklen_t length = sizeof *from;
    struct pollfd p;

    p.fd = fd;
    p.events = POLLIN;
    poll(&p, 1, 1000);
    return recvfrom(fd, text, 16, MSG_DONTWAIT, (struct sockaddr *)from, &length);
}

static void messages(void)
{
    struct sockaddr_in from, a;
    socklen_t length = sizeof a;
    char text[16];
    int port, own, fd = udp_at("0.0.0.0", &port), other = udp_at("127.0.0.1", &own), count;

    GIVES(POLLOUT, ready(fd));
    GIVES(3, send_at(other, "127.0.0.1", port, "one", 3));
    GIVES(0, send_at(other, "127.0.0.1", port, "", 0));
    GIVES(5, send_at(other, "127.0.0.7", port, "three", 5));
    GIVES(3, receive(fd, text, &from));
    HOLDS(ntohs(from.sin_port) == own && from.sin_addr.s_addr == htonl(0x7f000001));
    GIVES(0, receive(fd, text, &from));
    GIVES(0, ioctl(fd, FIONREAD, &count));
    GIVES(5, count);
    GIVES(5, receive(fd, text, &from));
    FAILS(EAGAIN, recv(fd, text, 16, MSG_DONTWAIT));
    /* Connected: a peer, no others' messages, no address needed. */
    a = at("127.0.0.1", own);
    GIVES(0, connect(fd, (struct sockaddr *)&a, sizeof a));
    GIVES(0, getsockname(fd, (struct sockaddr *)&a, &length));
    HOLDS(a.sin_addr.s_addr == htonl(0x7f000001) && ntohs(a.sin_port) == port);
    GIVES(0, getpeername(fd, (struct sockaddr *)&a, &length));
    GIVES(own, ntohs(a.sin_port));
    GIVES(2, write(fd, "hi", 2));
    GIVES(2, receive(other, text, &from));
    GIVES(port, ntohs(from.sin_port));
    count = udp_at("127.0.0.1", &own);
    GIVES(1, send_at(count, "127.0.0.1", port, "x", 1));
    usleep(2000);
    FAILS(EAGAIN, recv(fd, text, 16, MSG_DONTWAIT));
    GIVES(1, send_at(other, "127.0.0.1", port, "y", 1));
    GIVES(1, receive(fd, text, &from));
    close(count);
    /* What is sent to another address is not the connection's. */
    GIVES(1, send_at(fd, "127.0.0.1", own, "x", 1));
    usleep(2000);
    GIVES(POLLOUT, ready(fd));
    /* Who has gone is noticed by who is connected to him, once. */
    close(other);
    GIVES(1, write(fd, "z", 1));
    usleep(2000);
    FAILS(ECONNREFUSED, send(fd, "z", 1, 0));
    GIVES(1, write(fd, "z", 1));
    usleep(2000);
    HOLDS(ready(fd) & POLLERR);
    FAILS(ECONNREFUSED, recv(fd, text, 16, 0));
    FAILS(EAGAIN, recv(fd, text, 16, MSG_DONTWAIT));
    a.sin_family = AF_UNSPEC;
    GIVES(0, connect(fd, (struct sockaddr *)&a, sizeof a));
    FAILS(ENOTCONN, getpeername(fd, (struct sockaddr *)&a, &length));
    FAILS(EDESTADDRREQ, send(fd, "z", 1, 0));
    GIVES(1, send_at(fd, "127.0.0.1", own, "x", 1));      /* lost */
    close(fd);
}

static void wrong(void)
{
    static char large[70000];
    struct sockaddr_in a;
    int port, fd = udp_at("127.0.0.1", &port), other = socket(AF_INET, SOCK_DGRAM, 0);

    FAILS(EMSGSIZE, send_at(fd, "127.0.0.1", port, large, 65508));
    GIVES(65507, send_at(fd, "127.0.0.1", port, large, 65507));
    GIVES(65507, recv(fd, large, sizeof large, MSG_DONTWAIT));
    FAILS(EINVAL, send_at(fd, "127.0.0.1", 0, "x", 1));
    FAILS(EACCES, send_at(other, "255.255.255.255", port, "x", 1));
    FAILS(EFAULT, sendto(fd, BAD_ADDRESS, 5, 0, NULL, 0) == -1 && errno == EDESTADDRREQ ? (errno = EFAULT, -1) : 0);
    a = at("127.0.0.1", port);
    FAILS(EINVAL, sendto(fd, "x", 1, 0, (struct sockaddr *)&a, 8));
    a.sin_family = 77;
    FAILS(EAFNOSUPPORT, sendto(fd, "x", 1, 0, (struct sockaddr *)&a, sizeof a));
    FAILS(EAFNOSUPPORT, connect(fd, (struct sockaddr *)&a, sizeof a));
    a = at("127.0.0.1", port);
    close(other);
    other = socket(AF_INET, SOCK_DGRAM, 0);
    FAILS(EADDRINUSE, bind(other, (struct sockaddr *)&a, sizeof a));
    GIVES(0, set_option(other, SOL_SOCKET, SO_REUSEADDR, 1));
    GIVES(0, set_option(fd, SOL_SOCKET, SO_REUSEADDR, 1));
    GIVES(0, bind(other, (struct sockaddr *)&a, sizeof a));
    FAILS(EOPNOTSUPP, listen(fd, 1));
    FAILS(EOPNOTSUPP, accept(fd, NULL, NULL));
    FAILS(ENOTCONN, shutdown(fd, SHUT_WR));
    close(fd);
    close(other);
}

static void version_6(void)
{
    struct sockaddr_in6 a;
    socklen_t length = sizeof a;
    char text[64];
    int fd = socket(AF_INET6, SOCK_DGRAM, 0), other = socket(AF_INET, SOCK_DGRAM, 0);

    memset(&a, 0, sizeof a);
    a.sin6_family = AF_INET6;
    GIVES(0, bind(fd, (struct sockaddr *)&a, sizeof a));
    GIVES(0, getsockname(fd, (struct sockaddr *)&a, &length));
    GIVES(2, send_at(other, "127.0.0.1", ntohs(a.sin6_port), "v4", 2));
    GIVES(2, recvfrom(fd, text, 8, 0, (struct sockaddr *)&a, &length));
    HOLDS(strcmp(inet_ntop(AF_INET6, &a.sin6_addr, text, sizeof text), "::ffff:127.0.0.1") == 0);
    GIVES(3, sendto(fd, "ans", 3, 0, (struct sockaddr *)&a, length));
    GIVES(3, recv(other, text, 8, 0));
    close(fd);
    close(other);
}

int main(void)
{
    messages();
    wrong();
    version_6();
    return finish();
}
