/* What an unprivileged user takes by sockets until there is no more: full queues, descriptors in messages, connections that nobody accepts,
   names, rings. Root's program goes on meanwhile, and when the user's have ended everything is there again. */
#include "sockets.h"
#include <grp.h>
#include <sys/prctl.h>
#include <sys/sysinfo.h>

static char block[60000];

static long free_memory(void)
{
    struct sysinfo info;

    return sysinfo(&info) == 0 ? (long)info.freeram : -1;
}

/* In a process of the user's, which says when it has got all that it gets. */
static void alight(void (*bomb)(void))
{
    int ends[2], status;
    char byte;
    pid_t child;

    GIVES(0, pipe(ends));
    fflush(stdout);
    child = fork();
    if (child == 0) {
        if (setgroups(0, NULL) != 0 || setgid(100) != 0 || setuid(1000) != 0)
            _exit(1);
        close(ends[0]);
        bomb();
        fflush(stdout);
        write(ends[1], "x", 1);
        pause();
    }
    close(ends[1]);
    HOLDS(read(ends[0], &byte, 1) == 1);
    close(ends[0]);
    /* Root's day. */
    GIVES(0, socketpair(AF_UNIX, SOCK_STREAM, 0, ends));
    GIVES(sizeof block, write(ends[0], block, sizeof block));
    GIVES(sizeof block, recv(ends[1], block, sizeof block, MSG_WAITALL));
    GIVES(1, send_fds(ends[0], ends, 1));
    close(ends[0]);
    close(ends[1]);
    kill(child, SIGKILL);
    GIVES(child, waitpid(child, &status, 0));
}

/* As many pairs as there are, their queues full. */
static int fill_queues(void)
{
    int fds[2], pairs = 0;

    while (socketpair(AF_UNIX, pairs % 2 ? SOCK_STREAM : SOCK_DGRAM, 0, fds) == 0) {
        pairs++;
        while (send(fds[0], block, sizeof block, MSG_DONTWAIT) > 0)
            ;
        while (send(fds[1], block, sizeof block / 100, MSG_DONTWAIT) > 0)
            ;
    }
    return errno == ENFILE || errno == EMFILE ? pairs : -1;
}

static void queues(void)
{
    HOLDS(fill_queues() > 50);
}

/* The same by children of which each has other descriptors. */
static void many_queues(void)
{
    int ends[2], k;
    char byte;

    GIVES(0, pipe(ends));
    for (k = 0; k < 6; k++) {
        if (fork() == 0) {
            prctl(1, SIGKILL);
            HOLDS(fill_queues() >= 0);
            fflush(stdout);
            write(ends[1], "x", 1);
            pause();
        }
        read(ends[0], &byte, 1);
    }
}

/* Descriptors that are closed here, and lie in queues that lie in queues. */
static void hidden(void)
{
    int held[2], fds[2], sent = 0, k;

    GIVES(0, socketpair(AF_UNIX, SOCK_DGRAM, 0, held));
    for (k = 0; k < 5000; k++) {
        if (socketpair(AF_UNIX, SOCK_DGRAM, 0, fds) < 0)
            break;
        send(fds[0], block, sizeof block, MSG_DONTWAIT);
        if (send_fds(fds[0], &held[1], 1) < 0)
            break;
        close(fds[0]);
        close(held[0]);
        close(held[1]);
        held[1] = fds[1];
        held[0] = dup(fds[1]);
        sent++;
    }
    HOLDS(sent > 50 && sent < 2000);
}

static void not_accepted(void)
{
    struct sockaddr_in a;
    socklen_t length = sizeof a;
    int server = socket(AF_INET, SOCK_STREAM, 0), fd, k;

    memset(&a, 0, sizeof a);
    a.sin_family = AF_INET;
    GIVES(0, bind(server, (struct sockaddr *)&a, sizeof a));
    GIVES(0, listen(server, 1000000));
    GIVES(0, getsockname(server, (struct sockaddr *)&a, &length));
    for (k = 0; k < 20000; k++) {
        fd = socket(AF_INET, SOCK_STREAM, 0);
        if (fd < 0 || connect(fd, (struct sockaddr *)&a, sizeof a) < 0)
            break;
        while (send(fd, block, sizeof block, MSG_DONTWAIT) > 0)
            ;
        shutdown(fd, SHUT_WR);
        close(fd);
    }
    HOLDS(k > 50 && k < 20000);
}

static void rings(void)
{
    int fds[2], k;

    for (k = 0; k < 20000; k++) {
        if (socketpair(AF_UNIX, SOCK_STREAM, 0, fds) < 0 || send_fds(fds[0], &fds[1], 1) < 0 || send_fds(fds[1], &fds[0], 1) < 0) {
            HOLDS(!"a ring");
            break;
        }
        send(fds[0], block, sizeof block, MSG_DONTWAIT);
        close(fds[0]);
        close(fds[1]);
    }
}

/* Who is waited for cannot make others pay: the server's ends are closed, the clients stay. */
static void clients(void)
{
    int server = listener("@seed-bomb", SOCK_STREAM), fd, k, ends[2];
    pid_t child;

    GIVES(0, pipe(ends));
    child = fork();
    if (child == 0) {
        prctl(1, SIGKILL);
        for (k = 0; k < 900 && (fd = socket(AF_UNIX, SOCK_STREAM, 0)) >= 0 && connect_to(fd, "@seed-bomb") == 0; k++)
            ;
        write(ends[1], "x", 1);
        pause();
    }
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    fcntl(server, F_SETFL, O_NONBLOCK);
    for (k = 0; read(ends[0], block, 1) != 1 && k < 10000; k++) {
        while ((fd = accept(server, NULL, NULL)) >= 0)
            close(fd);
        usleep(1000);
    }
    HOLDS(k < 10000);
}

static void (*const bombs[])(void) = { queues, many_queues, hidden, not_accepted, rings, clients };

int main(void)
{
    long before, after;
    unsigned k;

    alight(queues);
    before = free_memory();
    for (k = 0; k < sizeof bombs / sizeof *bombs; k++)
        alight(bombs[k]);
    after = free_memory();
    if (after < before - (1 << 20))
        printf("%ld KiB are missing\n", (before - after) / 1024);
    return finish();
}
