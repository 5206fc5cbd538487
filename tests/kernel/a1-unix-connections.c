/* listen, accept and connect of AF_UNIX: who waits, the backlog, credentials, names of both ends, ends, epoll. */
#include "sockets.h"
#include <sys/epoll.h>

static void plain(int type)
{
    struct sockaddr_un a;
    struct ucred who;
    socklen_t length;
    char text[16];
    int server = listener("server", type), client = socket(AF_UNIX, type, 0), fd, status;
    pid_t child;

    GIVES(POLLOUT | POLLHUP, ready(client));
    GIVES(0, ready(server));
    child = fork();
    if (child == 0) {
        GIVES(0, bind_to(client, "client"));
        GIVES(0, connect_to(client, "server"));
        GIVES(5, write(client, "hello", 5));
        GIVES(6, read(client, text, sizeof text));
        GIVES(0, read(client, text, sizeof text));
        _exit(0);
    }
    close(client);
    memset(&a, 0, sizeof a);
    length = sizeof a;
    fd = accept4(server, (struct sockaddr *)&a, &length, SOCK_CLOEXEC);
    HOLDS(fd >= 0);
    GIVES(FD_CLOEXEC, fcntl(fd, F_GETFD));
    GIVES(2 + 7, length);
    HOLDS(strcmp(a.sun_path, "client") == 0);
    GIVES(0, getsockname(fd, (struct sockaddr *)&a, &length));
    HOLDS(strcmp(a.sun_path, "server") == 0);
    length = sizeof who;
    GIVES(0, getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &who, &length));
    GIVES(child, who.pid);
    GIVES(geteuid(), who.uid);
    GIVES(5, read(fd, text, sizeof text));
    HOLDS(memcmp(text, "hello", 5) == 0);
    GIVES(6, write(fd, "answer", 6));
    GIVES(0, shutdown(fd, SHUT_WR));
    GIVES(child, waitpid(child, &status, 0));
    GIVES(0, status);
    GIVES(0, read(fd, text, sizeof text));
    HOLDS(ready(fd) & POLLHUP);
    close(fd);
    close(server);
    unlink("client");
    FAILS(ECONNREFUSED, connect_to(fd = socket(AF_UNIX, type, 0), "server"));
    close(fd);
}

/* It is written to before it is accepted; with the backlog full who does not wait is told. */
static void backlog(void)
{
    int server = socket(AF_UNIX, SOCK_STREAM, 0), clients[4], k, fd;
    char text[16];

    unlink("server");
    GIVES(0, bind_to(server, "server"));
    GIVES(0, listen(server, 1));
    for (k = 0; k < 4; k++) {
        clients[k] = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0);
        if (k < 2)
            GIVES(0, connect_to(clients[k], "server"));
        else
            FAILS(EAGAIN, connect_to(clients[k], "server"));
    }
    GIVES(POLLIN, ready(server));
    GIVES(3, write(clients[0], "abc", 3));
    fd = accept(server, NULL, NULL);
    GIVES(3, read(fd, text, sizeof text));
    GIVES(0, connect_to(clients[2], "server"));
    close(accept(server, NULL, NULL));
    FAILS(EISCONN, connect_to(clients[2], "server"));
    /* Who was not accepted hears of the listener's end. */
    close(server);
    FAILS(ECONNRESET, read(clients[2], text, 1));
    GIVES(0, read(clients[2], text, 1));
    FAILS(EPIPE, send(clients[1], "x", 1, MSG_NOSIGNAL));
    for (k = 0; k < 4; k++)
        close(clients[k]);
    GIVES(0, read(fd, text, 1));
    close(fd);
}

static void waits_for_room(void)
{
    int server = socket(AF_UNIX, SOCK_STREAM, 0), first = socket(AF_UNIX, SOCK_STREAM, 0), fd, k, status;
    pid_t child;

    unlink("server");
    GIVES(0, bind_to(server, "server"));
    GIVES(0, listen(server, 0));
    GIVES(0, connect_to(first, "server"));
    child = fork();
    if (child == 0)
        _exit(connect_to(socket(AF_UNIX, SOCK_STREAM, 0), "server"));
    usleep(20000);
    for (k = 0; k < 2; k++) {
        fd = accept(server, NULL, NULL);
        HOLDS(fd >= 0);
        close(fd);
    }
    GIVES(child, waitpid(child, &status, 0));
    GIVES(0, status);
    close(first);
    close(server);
}

static void refusals(void)
{
    int server = listener("server", SOCK_STREAM), client = socket(AF_UNIX, SOCK_SEQPACKET, 0), fd;
    struct timeval t;
    socklen_t length;
    char text[4];

    FAILS(EPROTOTYPE, connect_to(client, "server"));
    FAILS(EINVAL, accept4(server, NULL, NULL, 1));
    FAILS(EINVAL, recv(server, text, 1, 0));
    FAILS(ENOTCONN, send(server, text, 1, 0));
    FAILS(ENOTCONN, send(client, text, 1, 0));
    FAILS(ENOTCONN, recv(client, text, 1, 0));
    close(client);
    fcntl(server, F_SETFL, O_NONBLOCK);
    FAILS(EAGAIN, accept(server, NULL, NULL));
    fcntl(server, F_SETFL, 0);
    t.tv_sec = 0;
    t.tv_usec = 20000;
    GIVES(0, setsockopt(server, SOL_SOCKET, SO_RCVTIMEO, &t, sizeof t));
    FAILS(EAGAIN, accept(server, NULL, NULL));
    /* An address that cannot be written: the connection is gone. */
    client = socket(AF_UNIX, SOCK_STREAM, 0);
    GIVES(0, connect_to(client, "server"));
    length = 20;
    FAILS(EFAULT, accept(server, (struct sockaddr *)BAD_ADDRESS, (socklen_t *)BAD_ADDRESS));
    GIVES(0, read(client, text, 1));
    close(client);
    (void)length;
    /* After shutdown nobody comes any more. */
    GIVES(0, shutdown(server, SHUT_RD));
    client = socket(AF_UNIX, SOCK_STREAM, 0);
    FAILS(ECONNREFUSED, connect_to(client, "server"));
    FAILS(EINVAL, accept(server, NULL, NULL));
    close(server);
    /* Who has no right to write to the file does not come in. */
    if (geteuid() == 0) {
        server = listener("server", SOCK_STREAM);
        chmod(".", 0755);
        GIVES(0, chmod("server", 0755));
        fd = fork();
        if (fd == 0) {
            setuid(1234);
            FAILS(EACCES, connect_to(client, "server"));
            FAILS(EACCES, bind_to(client, "mine"));
            fflush(stdout);
            _exit(0);
        }
        waitpid(fd, NULL, 0);
        close(server);
    }
    close(client);
}

static void with_epoll(void)
{
    struct epoll_event e;
    int server = listener("server", SOCK_STREAM), client = socket(AF_UNIX, SOCK_STREAM, 0), fd, queue = epoll_create1(0);
    char text[4];

    memset(&e, 0, sizeof e);
    e.events = EPOLLIN;
    e.data.fd = server;
    GIVES(0, epoll_ctl(queue, EPOLL_CTL_ADD, server, &e));
    GIVES(0, epoll_wait(queue, &e, 1, 0));
    GIVES(0, connect_to(client, "server"));
    GIVES(1, epoll_wait(queue, &e, 1, 0));
    GIVES(server, e.data.fd);
    fd = accept(server, NULL, NULL);
    GIVES(0, epoll_wait(queue, &e, 1, 0));
    e.events = EPOLLIN | POLLRDHUP | EPOLLET;
    e.data.fd = fd;
    GIVES(0, epoll_ctl(queue, EPOLL_CTL_ADD, fd, &e));
    GIVES(1, write(client, "x", 1));
    GIVES(1, epoll_wait(queue, &e, 1, -1));
    GIVES(EPOLLIN, e.events);
    GIVES(1, read(fd, text, 4));
    GIVES(0, shutdown(client, SHUT_WR));
    GIVES(1, epoll_wait(queue, &e, 1, -1));
    GIVES(EPOLLIN | POLLRDHUP, e.events);
    close(client);
    GIVES(1, epoll_wait(queue, &e, 1, -1));
    GIVES(EPOLLIN | POLLRDHUP | EPOLLHUP, e.events);
    close(fd);
    close(server);
    close(queue);
}

int main(void)
{
    plain(SOCK_STREAM);
    plain(SOCK_SEQPACKET);
    backlog();
    waits_for_room();
    refusals();
    with_epoll();
    return finish();
}
