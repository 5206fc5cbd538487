/* What comes with messages of AF_UNIX: descriptors and who sent them; rings of descriptors that nobody can reach. */
#include "sockets.h"
#include <sys/resource.h>

static void give_and_take(int type)
{
    char text[8];
    int fds[2], pipe_ends[2], got[4], found, k;

    GIVES(0, socketpair(AF_UNIX, type, 0, fds));
    GIVES(0, pipe(pipe_ends));
    GIVES(1, send_fds(fds[0], pipe_ends, 2));
    close(pipe_ends[0]);
    close(pipe_ends[1]);
    GIVES(2, receive_fds(fds[1], got, 2, MSG_CMSG_CLOEXEC, &found));
    GIVES(0, found & MSG_CTRUNC);
    GIVES(FD_CLOEXEC, fcntl(got[0], F_GETFD));
    GIVES(2, write(got[1], "ok", 2));
    GIVES(2, read(got[0], text, 8));
    /* No room for both, no room at all, somebody who does not ask: the others are closed. */
    GIVES(1, send_fds(fds[0], got, 2));
    GIVES(1, receive_fds(fds[1], got + 2, 1, 0, &found));
    HOLDS(found & MSG_CTRUNC);
    GIVES(0, fcntl(got[2], F_GETFD));
    close(got[2]);
    GIVES(1, send_fds(fds[0], got, 2));
    GIVES(0, receive_fds(fds[1], got + 2, 0, 0, &found));
    HOLDS(found & MSG_CTRUNC);
    GIVES(1, send_fds(fds[0], got, 2));
    GIVES(1, read(fds[1], text, 1));
    /* To look at a message gives descriptors too. */
    GIVES(1, send_fds(fds[0], got, 1));
    GIVES(1, receive_fds(fds[1], got + 2, 1, MSG_PEEK, &found));
    GIVES(1, receive_fds(fds[1], got + 3, 1, 0, &found));
    HOLDS(got[2] != got[3]);
    close(got[1]);
    GIVES(0, read(got[3], text, 1));      /* its writers have gone: no message has one */
    for (k = 0; k < 4; k++)
        if (k != 1)
            close(got[k]);
    got[0] = fds[0];
    got[1] = 777;
    FAILS(EBADF, send_fds(fds[0], got, 2));
    for (k = 0; k < 2; k++)
        close(fds[k]);
}

static void counts(void)
{
    int fds[2], many[300], got[300], k, found;

    GIVES(0, socketpair(AF_UNIX, SOCK_STREAM, 0, fds));
    for (k = 0; k < 300; k++)
        many[k] = 0;
    FAILS(EINVAL, send_fds(fds[0], many, 254));
    GIVES(1, send_fds(fds[0], many, 253));
    GIVES(253, receive_fds(fds[1], got, 253, 0, &found));
    for (k = 0; k < 253; k++)
        GIVES(0, close(got[k]));
    close(fds[0]);
    close(fds[1]);
}

static void stream_ends(void)
{
    char text[8];
    int fds[2], got[2], zero = 0;

    /* One read gives descriptors of one message, and no byte from behind it. */
    GIVES(0, socketpair(AF_UNIX, SOCK_STREAM, 0, fds));
    GIVES(2, write(fds[0], "ab", 2));
    GIVES(1, send_fds(fds[0], &zero, 1));
    GIVES(2, write(fds[0], "cd", 2));
    GIVES(3, read(fds[1], text, 8));
    HOLDS(memcmp(text, "abr", 3) == 0);
    GIVES(2, read(fds[1], text, 8));
    GIVES(1, send_fds(fds[0], &zero, 1));
    GIVES(1, send_fds(fds[0], &zero, 1));
    GIVES(1, receive_fds(fds[1], got, 1, 0, NULL));
    GIVES(1, receive_fds(fds[1], got + 1, 1, 0, NULL));
    close(got[0]);
    close(got[1]);
    close(fds[0]);
    close(fds[1]);
}

static void credentials(void)
{
    union control control;
    struct msghdr m;
    struct iovec v;
    struct ucred who;
    char byte = 'c', text[8];
    int fds[2], status;
    pid_t child;

    GIVES(0, socketpair(AF_UNIX, SOCK_DGRAM, 0, fds));
    GIVES(0, set_option(fds[1], SOL_SOCKET, SO_PASSCRED, 1));
    memset(&m, 0, sizeof m);
    v.iov_base = &byte;
    v.iov_len = 1;
    m.msg_iov = &v;
    m.msg_iovlen = 1;
    child = fork();
    if (child == 0)
        _exit(write(fds[0], "1", 1) != 1);
    m.msg_control = &control;
    m.msg_controllen = sizeof control;
    GIVES(1, recvmsg(fds[1], &m, 0));
    GIVES(CMSG_LEN(sizeof who), control.header.cmsg_len);
    GIVES(2, control.header.cmsg_type);
    memcpy(&who, CMSG_DATA(&control.header), sizeof who);
    GIVES(child, who.pid);
    GIVES(getuid(), who.uid);
    GIVES(child, waitpid(child, &status, 0));
    /* Somebody else only if one may be that. */
    m.msg_controllen = CMSG_SPACE(sizeof who);
    who.pid = getpid();
    who.uid = getuid();
    who.gid = getgid();
    memcpy(CMSG_DATA(&control.header), &who, sizeof who);
    GIVES(1, sendmsg(fds[0], &m, 0));
    GIVES(1, read(fds[1], text, 8));
    child = fork();
    if (child == 0) {
        if (getuid() == 0)
            setuid(1234);
        FAILS(EPERM, sendmsg(fds[0], &m, 0));
        who.pid = getpid();
        who.uid = getuid();
        memcpy(CMSG_DATA(&control.header), &who, sizeof who);
        GIVES(1, sendmsg(fds[0], &m, 0));
        who.uid = 0;
        memcpy(CMSG_DATA(&control.header), &who, sizeof who);
        FAILS(EPERM, sendmsg(fds[0], &m, 0));
        fflush(stdout);
        _exit(0);
    }
    GIVES(child, waitpid(child, &status, 0));
    GIVES(1, read(fds[1], text, 8));
    control.header.cmsg_len = CMSG_LEN(4);
    FAILS(EINVAL, sendmsg(fds[0], &m, 0));
    control.header.cmsg_len = 5;
    FAILS(EINVAL, sendmsg(fds[0], &m, 0));
    control.header.cmsg_len = CMSG_LEN(1000);
    FAILS(EINVAL, sendmsg(fds[0], &m, 0));
    control.header.cmsg_len = CMSG_LEN(4);
    control.header.cmsg_type = 99;
    FAILS(EINVAL, sendmsg(fds[0], &m, 0));
    m.msg_control = BAD_ADDRESS;
    FAILS(EFAULT, sendmsg(fds[0], &m, 0));
    close(fds[0]);
    close(fds[1]);
}

/* Linux looks for rings when it has time, after the end of a socket. */
static int comes_to_its_end(int fd)
{
    char text[2];
    int k;

    fcntl(fd, F_SETFL, O_NONBLOCK);
    for (k = 0; k < 1000 && read(fd, text, 1) != 0; k++) {
        close(socket(AF_UNIX, SOCK_STREAM, 0));
        usleep(1000);
    }
    return k < 1000;
}

/*
 * Sockets that hold each other, with a pipe's end inside: when their last descriptors are closed the pipe has no writer any more.
 */
static void rings(void)
{
    char text[2];
    int a[2], b[2], pipe_ends[2], k;

    for (k = 0; k < 50; k++) {
        GIVES(0, socketpair(AF_UNIX, SOCK_STREAM, 0, a));
        GIVES(0, socketpair(AF_UNIX, SOCK_DGRAM, 0, b));
        GIVES(0, pipe(pipe_ends));
        GIVES(1, send_fds(a[0], &b[1], 1));
        GIVES(1, send_fds(b[0], &a[1], 1));
        GIVES(1, send_fds(a[0], &a[1], 1));       /* and itself */
        GIVES(1, send_fds(b[0], &pipe_ends[1], 1));
        close(pipe_ends[1]);
        close(a[0]);
        close(a[1]);
        fcntl(pipe_ends[0], F_SETFL, O_NONBLOCK);
        FAILS(EAGAIN, read(pipe_ends[0], text, 1));     /* b[1] leads to all of them still */
        close(b[0]);
        close(b[1]);
        HOLDS(comes_to_its_end(pipe_ends[0]));
        close(pipe_ends[0]);
    }
}

/* A listener that lies in the queue of one that waits for it. */
static void ring_by_listener(void)
{
    int server = listener("@seed-ring", SOCK_STREAM), client = socket(AF_UNIX, SOCK_STREAM, 0), pipe_ends[2];

    GIVES(0, pipe(pipe_ends));
    GIVES(0, connect_to(client, "@seed-ring"));
    GIVES(1, send_fds(client, &server, 1));
    GIVES(1, send_fds(client, &pipe_ends[1], 1));
    close(pipe_ends[1]);
    close(client);
    close(server);
    HOLDS(comes_to_its_end(pipe_ends[0]));
    close(pipe_ends[0]);
}

/* A chain longer than a kernel's stack is deep. */
static void chain(void)
{
    int pipe_ends[2], inner[2], outer[2], k;

    GIVES(0, pipe(pipe_ends));
    inner[1] = pipe_ends[1];
    for (k = 0; k < 400; k++) {
        GIVES(0, socketpair(AF_UNIX, SOCK_DGRAM, 0, outer));
        if (send_fds(outer[0], &inner[1], 1) < 0) {
            HOLDS(errno == ETOOMANYREFS);
            break;
        }
        close(inner[1]);
        close(outer[0]);
        inner[1] = outer[1];
    }
    close(inner[1]);
    HOLDS(comes_to_its_end(pipe_ends[0]));
    close(pipe_ends[0]);
}

/* What is on its way counts as open. */
static void too_many(void)
{
    struct rlimit limit;
    int fds[2], many[32], k, sent = 0;

    if (geteuid() == 0)
        setuid(1234);
    GIVES(0, getrlimit(RLIMIT_NOFILE, &limit));
    limit.rlim_cur = 64;
    GIVES(0, setrlimit(RLIMIT_NOFILE, &limit));
    GIVES(0, socketpair(AF_UNIX, SOCK_STREAM, 0, fds));
    for (k = 0; k < 32; k++)
        many[k] = fds[1];
    while (sent < 10 && send_fds(fds[0], many, 32) == 1)
        sent++;
    HOLDS(sent == 3 && errno == ETOOMANYREFS);
}

int main(void)
{
    give_and_take(SOCK_STREAM);
    give_and_take(SOCK_DGRAM);
    give_and_take(SOCK_SEQPACKET);
    counts();
    stream_ends();
    credentials();
    rings();
    ring_by_listener();
    chain();
    GIVES(0, ending_of(too_many));
    return finish();
}
