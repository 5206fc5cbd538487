/* epoll: levels, edges and single reports, changes of what is watched, closed files, time limits, epolls in epolls; and what is refused. */
#include "threads.h"
#include <poll.h>
#include <stdint.h>
#include <sys/epoll.h>

static int e, in, out;

static void make_pipe(void)
{
    int ends[2];

    HOLDS(pipe(ends) == 0);
    in = ends[0];
    out = ends[1];
    fcntl(in, F_SETFL, O_NONBLOCK);
}

static int control(int operation, int fd, unsigned events, int number)
{
    struct epoll_event event;

    event.events = events;
    event.data.u64 = 0x100000000ul + number;
    return epoll_ctl(e, operation, fd, &event);
}

/* The number and events of the only one that is ready, as number * 65536 + events; or how many there are, if not one. */
static long next(int milliseconds)
{
    struct epoll_event events[4];
    int count = epoll_wait(e, events, 4, milliseconds);

    if (count != 1)
        return count;
    HOLDS(events[0].data.u64 >> 32 == 1);
    return (long)(events[0].data.u64 & 0xffff) * 65536 + events[0].events;
}

#define READY(number, events) ((number) * 65536l + (events))

static void levels(void)
{
    char byte;

    GIVES(0, control(EPOLL_CTL_ADD, in, EPOLLIN, 5));
    GIVES(0, next(0));
    GIVES(1, write(out, "x", 1));
    GIVES(READY(5, EPOLLIN), next(-1));
    GIVES(READY(5, EPOLLIN), next(0));
    GIVES(0, control(EPOLL_CTL_MOD, in, 0, 6));
    GIVES(0, next(0));
    GIVES(0, control(EPOLL_CTL_MOD, in, EPOLLIN, 7));
    GIVES(READY(7, EPOLLIN), next(0));
    GIVES(1, read(in, &byte, 1));
    GIVES(0, next(5));
    GIVES(0, control(EPOLL_CTL_ADD, out, EPOLLOUT, 8));
    GIVES(READY(8, EPOLLOUT), next(0));
    GIVES(1, write(out, "x", 1));
    GIVES(2, next(0));
    GIVES(0, control(EPOLL_CTL_DEL, out, 0, 0));
    GIVES(READY(7, EPOLLIN), next(0));
    GIVES(0, epoll_ctl(e, EPOLL_CTL_DEL, in, NULL));
    GIVES(0, next(0));
    read(in, &byte, 1);
}

static void other_changes(void)
{
    int ends[2];

    HOLDS(pipe(ends) == 0);
    GIVES(1, write(ends[1], "x", 1));
    close(ends[0]);
    close(ends[1]);
}

/* Room in a pipe that was full. */
static void room_edges(void)
{
    static char block[65536];
    int ends[2];

    HOLDS(pipe(ends) == 0);
    GIVES(0, control(EPOLL_CTL_ADD, ends[1], EPOLLOUT | EPOLLET, 3));
    GIVES(READY(3, EPOLLOUT), next(0));
    GIVES(100, write(ends[1], block, 100));
    GIVES(100, read(ends[0], block, 100));
    GIVES(0, next(0));
    GIVES(65536, write(ends[1], block, 65536));
    GIVES(0, next(0));
    GIVES(65536, read(ends[0], block, 65536));
    GIVES(READY(3, EPOLLOUT), next(0));
    GIVES(0, next(0));
    close(ends[0]);
    GIVES(READY(3, EPOLLOUT | EPOLLERR), next(0));
    GIVES(0, next(0));
    close(ends[1]);
}

static void counter_edges(void)
{
    uint64_t n = 1;
    int fd = syscall(SYS_eventfd2, 0, O_NONBLOCK);

    GIVES(0, control(EPOLL_CTL_ADD, fd, EPOLLIN | EPOLLET, 4));
    GIVES(0, next(0));
    GIVES(8, write(fd, &n, 8));
    GIVES(READY(4, EPOLLIN), next(0));
    other_changes();
    GIVES(0, next(0));
    GIVES(8, write(fd, &n, 8));
    GIVES(READY(4, EPOLLIN), next(0));
    GIVES(8, read(fd, &n, 8));
    GIVES(0, next(0));
    close(fd);
}

static void edges(void)
{
    char bytes[8];

    GIVES(0, control(EPOLL_CTL_ADD, in, EPOLLIN | EPOLLET, 1));
    GIVES(0, next(0));
    write(out, "x", 1);
    GIVES(READY(1, EPOLLIN), next(0));
    GIVES(0, next(0));
    write(out, "y", 1);                                               /* more of it is another edge */
    GIVES(READY(1, EPOLLIN), next(0));
    GIVES(0, next(0));
    GIVES(2, read(in, bytes, 8));
    write(out, "z", 1);
    GIVES(READY(1, EPOLLIN), next(0));
    GIVES(1, read(in, bytes, 8));
    GIVES(0, next(0));
    /* What is left after a read, and what happens elsewhere, is nothing new. */
    write(out, "abc", 3);
    GIVES(READY(1, EPOLLIN), next(0));
    GIVES(1, read(in, bytes, 1));
    GIVES(0, next(0));
    other_changes();
    GIVES(0, next(0));
    write(out, "d", 1);
    GIVES(READY(1, EPOLLIN), next(0));
    GIVES(3, read(in, bytes, 8));
    room_edges();
    counter_edges();
    GIVES(0, control(EPOLL_CTL_MOD, in, EPOLLIN | EPOLLONESHOT, 2));
    write(out, "z", 1);
    GIVES(READY(2, EPOLLIN), next(0));
    write(out, "z", 1);
    GIVES(0, next(0));
    GIVES(0, control(EPOLL_CTL_MOD, in, EPOLLIN | EPOLLONESHOT, 3));
    GIVES(READY(3, EPOLLIN), next(0));
    GIVES(0, control(EPOLL_CTL_DEL, in, 0, 0));
}

/* What is watched is the open file: it is forgotten when its last descriptor is closed. */
static void closing(void)
{
    int copy;

    make_pipe();
    GIVES(0, control(EPOLL_CTL_ADD, in, EPOLLIN, 4));
    copy = dup(in);
    GIVES(0, control(EPOLL_CTL_ADD, copy, EPOLLIN, 5));
    FAILS(EEXIST, control(EPOLL_CTL_ADD, copy, EPOLLIN, 6));
    close(copy);
    write(out, "x", 1);
    GIVES(2, next(0));
    close(in);
    GIVES(0, next(0));
    close(out);
    make_pipe();
    GIVES(0, control(EPOLL_CTL_ADD, in, 0, 9));
    close(out);
    GIVES(READY(9, EPOLLHUP), next(0));
    close(in);
}

static void writes_later(void *argument)
{
    usleep(20000);
    write(*(int *)argument, "x", 1);
}

static void waiting(void)
{
    struct thread *t;
    int inner, number;
    struct pollfd p;

    make_pipe();
    control(EPOLL_CTL_ADD, in, EPOLLIN, 1);
    t = thread_start(writes_later, &out);
    GIVES(READY(1, EPOLLIN), next(-1));
    thread_join(t);
    p.fd = e;
    p.events = POLLIN;
    GIVES(1, poll(&p, 1, 0));
    /* An epoll that is watched by another. */
    inner = e;
    e = epoll_create1(EPOLL_CLOEXEC);
    HOLDS(e >= 0 && fcntl(e, F_GETFD) == FD_CLOEXEC);
    GIVES(0, control(EPOLL_CTL_ADD, inner, EPOLLIN, 2));
    GIVES(READY(2, EPOLLIN), next(0));
    number = e;
    e = inner;
    FAILS(ELOOP, control(EPOLL_CTL_ADD, number, EPOLLIN, 2));
    close(number);
    close(in);
    close(out);
}

static void refusals(void)
{
    struct epoll_event event;
    int file = open("file", O_RDWR | O_CREAT, 0600);

    make_pipe();
    FAILS(EINVAL, epoll_create(0));
    FAILS(EINVAL, epoll_create1(1));
    FAILS(EBADF, control(EPOLL_CTL_ADD, 99, EPOLLIN, 1));
    FAILS(EPERM, control(EPOLL_CTL_ADD, file, EPOLLIN, 1));
    FAILS(EINVAL, control(EPOLL_CTL_ADD, e, EPOLLIN, 1));
    FAILS(ENOENT, control(EPOLL_CTL_MOD, in, EPOLLIN, 1));
    FAILS(ENOENT, control(EPOLL_CTL_DEL, in, EPOLLIN, 1));
    FAILS(EINVAL, control(9, in, EPOLLIN, 1));
    FAILS(EBADF, epoll_ctl(99, EPOLL_CTL_ADD, in, &event));
    FAILS(EINVAL, epoll_ctl(in, EPOLL_CTL_ADD, out, &event));
    FAILS(EINVAL, epoll_wait(e, &event, 0, 0));
    FAILS(EINVAL, epoll_wait(e, &event, -1, 0));
    FAILS(EBADF, epoll_wait(99, &event, 1, 0));
    FAILS(EINVAL, epoll_wait(in, &event, 1, 0));
    FAILS(EINVAL, write(e, "x", 1));
    FAILS(EINVAL, read(e, &event, 1));
    close(in);
    close(out);
    close(file);
}

int main(void)
{
    e = epoll_create(1);
    HOLDS(e >= 0);
    make_pipe();
    levels();
    edges();
    close(in);
    close(out);
    closing();
    waiting();
    refusals();
    return finish();
}
