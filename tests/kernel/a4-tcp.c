/* TCP between processes of this machine: ports, connections, ends of all kinds, waiting and not, IPv6. */
#include "sockets.h"
#include <arpa/inet.h>
#include <sys/epoll.h>

static struct sockaddr_in at(const char *address, int port)
{
    struct sockaddr_in a;

    memset(&a, 0, sizeof a);
    a.sin_family = AF_INET;
    a.sin_port = htons(port);
    inet_pton(AF_INET, address, &a.sin_addr);
    return a;
}

static int bind_at(int fd, const char *address, int port)
{
    struct sockaddr_in a = at(address, port);

    return bind(fd, (struct sockaddr *)&a, sizeof a);
}

static int connect_at(int fd, const char *address, int port)
{
    struct sockaddr_in a = at(address, port);

    return connect(fd, (struct sockaddr *)&a, sizeof a);
}

static int port_of(int fd)
{
    struct sockaddr_in a;
    socklen_t length = sizeof a;

    GIVES(0, getsockname(fd, (struct sockaddr *)&a, &length));
    GIVES(sizeof a, length);
    return ntohs(a.sin_port);
}

static int tcp(void)
{
    return socket(AF_INET, SOCK_STREAM, 0);
}

static int server_at(const char *address)
{
    int fd = tcp();

    GIVES(0, bind_at(fd, address, 0));
    GIVES(0, listen(fd, 8));
    return fd;
}

static void pair(int ends[2])
{
    int server = server_at("127.0.0.1");

    ends[0] = tcp();
    GIVES(0, connect_at(ends[0], "127.0.0.1", port_of(server)));
    ends[1] = accept(server, NULL, NULL);
    HOLDS(ends[1] >= 0);
    close(server);
}

static void conversation(void)
{
    static char bytes[200000];
    struct sockaddr_in a;
    socklen_t length = sizeof a;
    int server = server_at("0.0.0.0"), port = port_of(server), fd, status, client;
    long got, total = 0;
    pid_t child;

    HOLDS(port >= 1024);
    GIVES(0, ready(server));
    child = fork();
    if (child == 0) {
        client = tcp();
        GIVES(POLLOUT | POLLHUP, ready(client));
        GIVES(0, connect_at(client, "127.0.0.1", port));
        GIVES(3, write(client, "ask", 3));
        while ((got = read(client, bytes, 7000)) > 0)
            total += got;
        GIVES(sizeof bytes, total);
        GIVES(4, write(client, "more", 4));
        fflush(stdout);
        _exit(0);
    }
    fd = accept(server, (struct sockaddr *)&a, &length);
    GIVES(sizeof a, length);
    HOLDS(a.sin_family == AF_INET && a.sin_addr.s_addr == htonl(0x7f000001) && ntohs(a.sin_port) >= 1024);
    GIVES(port, port_of(fd));
    length = sizeof a;
    GIVES(0, getpeername(fd, (struct sockaddr *)&a, &length));
    HOLDS(a.sin_addr.s_addr == htonl(0x7f000001));
    GIVES(3, recv(fd, bytes, sizeof bytes, 0));
    memset(bytes, 'x', sizeof bytes);
    GIVES(sizeof bytes, send(fd, bytes, sizeof bytes, 0));
    GIVES(0, shutdown(fd, SHUT_WR));
    FAILS(EPIPE, send(fd, "x", 1, MSG_NOSIGNAL));
    GIVES(4, recv(fd, bytes, 4, MSG_WAITALL));
    GIVES(0, recv(fd, bytes, 4, 0));
    GIVES(child, waitpid(child, &status, 0));
    GIVES(0, status);
    close(fd);
    close(server);
}

/* Nobody there; and the other's end, before and after bytes that he has not read. */
static void ends(void)
{
    int e[2], server = server_at("127.0.0.1"), port = port_of(server), fd = tcp(), linger[2] = { 1, 0 };
    char text[8];

    close(server);
    FAILS(ECONNREFUSED, connect_at(fd, "127.0.0.1", port));
    FAILS(ENOTCONN, recv(fd, text, 1, 0));
    FAILS(EPIPE, send(fd, text, 1, MSG_NOSIGNAL));
    FAILS(ENOTCONN, shutdown(fd, SHUT_WR));
    close(fd);

    pair(e);
    GIVES(2, write(e[0], "ab", 2));
    close(e[0]);
    GIVES(2, read(e[1], text, 8));
    GIVES(0, read(e[1], text, 8));
    GIVES(POLLIN | POLLOUT | POLLRDHUP, ready(e[1]));
    GIVES(1, send(e[1], "c", 1, 0));          /* who has gone answers that he has */
    usleep(10000);
    FAILS(EPIPE, send(e[1], "d", 1, MSG_NOSIGNAL));
    close(e[1]);

    pair(e);
    GIVES(2, write(e[0], "ab", 2));
    usleep(1000);
    close(e[1]);
    usleep(10000);
    HOLDS(ready(e[0]) & POLLERR);
    FAILS(ECONNRESET, read(e[0], text, 8));
    GIVES(0, read(e[0], text, 8));
    FAILS(EPIPE, send(e[0], "d", 1, MSG_NOSIGNAL));
    close(e[0]);

    pair(e);
    GIVES(0, setsockopt(e[0], SOL_SOCKET, SO_LINGER, linger, sizeof linger));
    close(e[0]);
    usleep(10000);
    FAILS(ECONNRESET, read(e[1], text, 8));
    close(e[1]);

    /* However little the other end takes at once, there is a time to write. */
    pair(e);
    GIVES(0, set_option(e[1], SOL_SOCKET, SO_RCVBUF, 1));
    GIVES(POLLOUT, ready(e[0]));
    GIVES(4, send(e[0], "some", 4, MSG_DONTWAIT));
    GIVES(4, read(e[1], text, 8));
    GIVES(POLLOUT, ready(e[0]));
    close(e[0]);
    close(e[1]);

    /* Not to read any more is one's own affair. */
    pair(e);
    GIVES(0, shutdown(e[1], SHUT_RD));
    GIVES(0, read(e[1], text, 8));
    GIVES(1, write(e[0], "x", 1));
    GIVES(1, write(e[1], "y", 1));
    GIVES(1, read(e[0], text, 8));
    close(e[0]);
    close(e[1]);

    /* A listener's end is that of who was not accepted. */
    server = server_at("127.0.0.1");
    fd = tcp();
    GIVES(0, connect_at(fd, "127.0.0.1", port_of(server)));
    close(server);
    usleep(10000);
    FAILS(ECONNRESET, read(fd, text, 1));
    close(fd);
}

static void does_not_wait(void)
{
    struct epoll_event e;
    struct pollfd p;
    int server = server_at("127.0.0.1"), port = port_of(server), fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), queue, other;
    char text[8];

    fcntl(server, F_SETFL, O_NONBLOCK);
    FAILS(EAGAIN, accept(server, NULL, NULL));
    FAILS(EINPROGRESS, connect_at(fd, "127.0.0.1", port));
    p.fd = fd;
    p.events = POLLOUT;
    GIVES(1, poll(&p, 1, 1000));
    GIVES(POLLOUT, p.revents);
    GIVES(0, option(fd, SOL_SOCKET, SO_ERROR));
    GIVES(0, connect_at(fd, "127.0.0.1", port));
    FAILS(EISCONN, connect_at(fd, "127.0.0.1", port));
    p.fd = server;
    p.events = POLLIN;
    GIVES(1, poll(&p, 1, 1000));
    other = accept4(server, NULL, NULL, SOCK_NONBLOCK);
    HOLDS(other >= 0);
    FAILS(EAGAIN, read(other, text, 1));
    queue = epoll_create1(0);
    memset(&e, 0, sizeof e);
    e.events = EPOLLIN | POLLRDHUP;
    GIVES(0, epoll_ctl(queue, EPOLL_CTL_ADD, other, &e));
    GIVES(0, epoll_wait(queue, &e, 1, 0));
    GIVES(1, write(fd, "x", 1));
    GIVES(1, epoll_wait(queue, &e, 1, 1000));
    GIVES(EPOLLIN, e.events);
    close(queue);
    close(fd);
    close(other);
    close(server);
    /* Nobody there: told when it is asked for, once. */
    fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    FAILS(EINPROGRESS, connect_at(fd, "127.0.0.1", port));
    p.fd = fd;
    p.events = POLLOUT;
    GIVES(1, poll(&p, 1, 1000));
    HOLDS(p.revents & POLLERR);
    GIVES(ECONNREFUSED, option(fd, SOL_SOCKET, SO_ERROR));
    GIVES(0, option(fd, SOL_SOCKET, SO_ERROR));
    close(fd);
}

static void ports(void)
{
    int a = tcp(), b = tcp(), c = tcp(), port, client, k;
    struct sockaddr_in address = at("127.0.0.1", 0);

    GIVES(0, bind_at(a, "127.0.0.1", 0));
    port = port_of(a);
    FAILS(EADDRINUSE, bind_at(b, "127.0.0.1", port));
    FAILS(EADDRINUSE, bind_at(b, "0.0.0.0", port));
    GIVES(0, bind_at(b, "127.0.0.2", port));
    FAILS(EINVAL, bind_at(a, "127.0.0.1", 0));
    FAILS(EADDRNOTAVAIL, bind_at(c, "8.8.8.8", 0));
    FAILS(EINVAL, bind(c, (struct sockaddr *)&address, 8));
    address.sin_family = AF_INET6;
    FAILS(EAFNOSUPPORT, bind(c, (struct sockaddr *)&address, sizeof address));
    close(b);
    /* Both must say that they share, and one of them may listen. */
    b = tcp();
    GIVES(0, set_option(b, SOL_SOCKET, SO_REUSEADDR, 1));
    FAILS(EADDRINUSE, bind_at(b, "127.0.0.1", port));
    GIVES(0, set_option(a, SOL_SOCKET, SO_REUSEADDR, 1));
    GIVES(0, bind_at(b, "127.0.0.1", port));
    GIVES(0, listen(a, 1));
    FAILS(EADDRINUSE, listen(b, 1));
    close(a);
    GIVES(0, listen(b, 1));
    /* The nearest name answers: 127.0.0.3 is everybody's. */
    client = tcp();
    FAILS(ECONNREFUSED, connect_at(client, "127.0.0.3", port));
    GIVES(0, connect_at(client, "127.0.0.1", port));
    close(client);
    close(b);
    close(c);
    a = tcp();
    GIVES(0, listen(a, 3));                    /* a port of the kernel's choice, on all addresses */
    client = tcp();
    GIVES(0, connect_at(client, "127.9.8.7", port_of(a)));
    b = accept(a, NULL, NULL);
    GIVES(0, connect_at(c = tcp(), "0.0.0.0", port_of(a)));
    close(c);
    FAILS(EISCONN, connect_at(a, "127.0.0.1", port_of(a)));
    FAILS(EINVAL, bind_at(client, "127.0.0.1", 0));
    close(client);
    close(b);
    close(a);
    if (geteuid() == 0) {
        k = fork();
        if (k == 0) {
            setuid(1234);
            FAILS(EACCES, bind_at(tcp(), "127.0.0.1", 80));
            FAILS(EACCES, bind_at(socket(AF_INET, SOCK_DGRAM, 0), "127.0.0.1", 1023));
            fflush(stdout);
            _exit(0);
        }
        waitpid(k, NULL, 0);
    }
}

static void version_6(void)
{
    struct sockaddr_in6 a, peer;
    socklen_t length = sizeof a;
    int server = socket(AF_INET6, SOCK_STREAM, 0), client = socket(AF_INET6, SOCK_STREAM, 0), fd, port;
    char text[64];

    memset(&a, 0, sizeof a);
    a.sin6_family = AF_INET6;
    FAILS(EINVAL, bind(server, (struct sockaddr *)&a, sizeof(struct sockaddr_in)));
    GIVES(0, bind(server, (struct sockaddr *)&a, sizeof a));
    GIVES(0, listen(server, 2));
    GIVES(0, getsockname(server, (struct sockaddr *)&a, &length));
    GIVES(sizeof a, length);
    port = ntohs(a.sin6_port);
    a.sin6_addr = in6addr_loopback;
    GIVES(0, connect(client, (struct sockaddr *)&a, sizeof a));
    length = sizeof peer;
    fd = accept(server, (struct sockaddr *)&peer, &length);
    GIVES(sizeof peer, length);
    HOLDS(strcmp(inet_ntop(AF_INET6, &peer.sin6_addr, text, sizeof text), "::1") == 0);
    GIVES(2, write(client, "v6", 2));
    GIVES(2, read(fd, text, 8));
    close(fd);
    close(client);
    /* It has those of IPv4, too, in their clothes. */
    client = tcp();
    GIVES(0, connect_at(client, "127.0.0.1", port));
    fd = accept(server, (struct sockaddr *)&peer, &length);
    HOLDS(strcmp(inet_ntop(AF_INET6, &peer.sin6_addr, text, sizeof text), "::ffff:127.0.0.1") == 0);
    close(fd);
    close(client);
    FAILS(EADDRINUSE, bind_at(client = tcp(), "0.0.0.0", port));
    close(server);
    server = socket(AF_INET6, SOCK_STREAM, 0);
    GIVES(0, set_option(server, IPPROTO_IPV6, IPV6_V6ONLY, 1));
    GIVES(1, option(server, IPPROTO_IPV6, IPV6_V6ONLY));
    a.sin6_port = 0;
    memset(&a.sin6_addr, 0, sizeof a.sin6_addr);
    GIVES(0, bind(server, (struct sockaddr *)&a, sizeof a));
    length = sizeof a;
    GIVES(0, getsockname(server, (struct sockaddr *)&a, &length));
    GIVES(0, bind_at(client, "0.0.0.0", ntohs(a.sin6_port)));
    close(client);
    GIVES(0, listen(server, 1));
    FAILS(ECONNREFUSED, connect_at(client = tcp(), "127.0.0.1", ntohs(a.sin6_port)));
    close(client);
    close(server);
}

static void kinds_and_options(void)
{
    int fd = tcp(), fds[2];

    GIVES(6, option(fd, SOL_SOCKET, SO_PROTOCOL));
    GIVES(AF_INET, option(fd, SOL_SOCKET, SO_DOMAIN));
    GIVES(0, set_option(fd, IPPROTO_TCP, TCP_NODELAY, 7));
    GIVES(1, option(fd, IPPROTO_TCP, TCP_NODELAY));
    GIVES(0, set_option(fd, SOL_SOCKET, SO_KEEPALIVE, 1));
    GIVES(0, set_option(fd, IPPROTO_TCP, TCP_KEEPIDLE, 30));
    GIVES(30, option(fd, IPPROTO_TCP, TCP_KEEPIDLE));
    FAILS(EINVAL, set_option(fd, IPPROTO_TCP, TCP_KEEPIDLE, 0));
    FAILS(EINVAL, set_option(fd, IPPROTO_TCP, TCP_KEEPCNT, 128));
    GIVES(0, set_option(fd, IPPROTO_IP, 2, 9));
    GIVES(9, option(fd, IPPROTO_IP, 2));
    FAILS(ENOPROTOOPT, set_option(fd, IPPROTO_TCP, 999, 1));
    FAILS(ENOPROTOOPT, set_option(fd, 77, 1, 1));
    close(fd);
    FAILS(EOPNOTSUPP, socketpair(AF_INET, SOCK_STREAM, 0, fds));
    FAILS(EPROTONOSUPPORT, socket(AF_INET, SOCK_STREAM, 17));
    FAILS(EPROTONOSUPPORT, socket(AF_INET, SOCK_DGRAM, 6));
    FAILS(ESOCKTNOSUPPORT, socket(AF_INET, SOCK_SEQPACKET, 0));
    FAILS(EINVAL, socket(AF_INET, SOCK_STREAM, 5000));
    /* Who unconnects may connect again. */
    fd = server_at("127.0.0.1");
    fds[0] = tcp();
    GIVES(0, connect_at(fds[0], "127.0.0.1", port_of(fd)));
    fds[1] = accept(fd, NULL, NULL);
    {
        struct sockaddr none;
        char byte;

        memset(&none, 0, sizeof none);
        GIVES(0, connect(fds[0], &none, sizeof none));
        usleep(10000);
        FAILS(ECONNRESET, read(fds[1], &byte, 1));
    }
    close(fds[1]);
    GIVES(0, connect_at(fds[0], "127.0.0.1", port_of(fd)));
    close(fds[0]);
    close(fd);
}

int main(void)
{
    conversation();
    ends();
    does_not_wait();
    ports();
    version_6();
    kinds_and_options();
    return finish();
}
