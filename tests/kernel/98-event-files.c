/* eventfd and timerfd: counting, blocking, poll and epoll, wrong arguments. */
#include "check.h"
#include <poll.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <time.h>

enum { SEMAPHORE = 1, ABSOLUTE = 1 };

static int new_event(unsigned count, int flags)
{
    return syscall(SYS_eventfd2, count, flags);
}

static long set(int fd, int flags, long seconds, long nanoseconds, long interval, struct itimerspec *old)
{
    struct itimerspec t;

    memset(&t, 0, sizeof t);
    t.it_value.tv_sec = seconds;
    t.it_value.tv_nsec = nanoseconds;
    t.it_interval.tv_nsec = interval;
    return syscall(SYS_timerfd_settime, fd, flags, &t, old);
}

static int ready(int fd, int milliseconds)
{
    struct pollfd p;

    p.fd = fd;
    p.events = POLLIN | POLLOUT;
    p.revents = 0;
    poll(&p, 1, milliseconds);
    return p.revents;
}

static void counters(void)
{
    uint64_t n = 5;
    char name[64];
    int fd = new_event(3, O_NONBLOCK | O_CLOEXEC), size;

    HOLDS(fd >= 0 && fcntl(fd, F_GETFD) == FD_CLOEXEC);
    GIVES(POLLIN | POLLOUT, ready(fd, 0));
    GIVES(8, write(fd, &n, 8));
    GIVES(8, read(fd, &n, 8));
    GIVES(8, n);
    FAILS(EAGAIN, read(fd, &n, 8));
    GIVES(POLLOUT, ready(fd, 0));
    n = UINT64_MAX;
    FAILS(EINVAL, write(fd, &n, 8));
    n = UINT64_MAX - 1;
    GIVES(8, write(fd, &n, 8));
    GIVES(POLLIN, ready(fd, 0));
    n = 1;
    FAILS(EAGAIN, write(fd, &n, 8));
    FAILS(EINVAL, write(fd, &n, 7));
    FAILS(EINVAL, read(fd, &n, 7));
    FAILS(EINVAL, read(fd, &n, 0));
    FAILS(EINVAL, write(fd, &n, 0));
    FAILS(EFAULT, write(fd, BAD_ADDRESS, 8));
    FAILS(EINVAL, new_event(0, 2));
    sprintf(name, "/proc/self/fd/%d", fd);
    size = readlink(name, name, sizeof name - 1);
    name[size < 0 ? 0 : size] = 0;
    GIVES(0, strcmp(name, "anon_inode:[eventfd]"));
    close(fd);

    fd = new_event(2, SEMAPHORE | O_NONBLOCK);
    GIVES(8, read(fd, &n, 8));
    GIVES(1, n);
    GIVES(8, read(fd, &n, 8));
    GIVES(1, n);
    FAILS(EAGAIN, read(fd, &n, 8));
    close(fd);
}

/* One process waits in read for what another writes, and in write until it reads. */
static void between_processes(void)
{
    uint64_t n = 0;
    int there = new_event(0, 0), back = new_event(0, 0), status;
    pid_t child = fork();

    if (child == 0) {
        n = 7;
        GIVES(8, write(there, &n, 8));
        n = UINT64_MAX - 1;
        GIVES(8, write(back, &n, 8));
        n = 9;
        GIVES(8, write(back, &n, 8));
        fflush(stdout);
        _exit(0);
    }
    GIVES(8, read(there, &n, 8));
    GIVES(7, n);
    GIVES(8, read(back, &n, 8));
    HOLDS(n == UINT64_MAX - 1);
    GIVES(8, read(back, &n, 8));
    GIVES(9, n);
    GIVES(child, waitpid(child, &status, 0));
    close(there);
    close(back);
}

static void timers(void)
{
    struct itimerspec old;
    struct timespec now;
    struct epoll_event event;
    uint64_t n = 0;
    int e, fd = syscall(SYS_timerfd_create, CLOCK_MONOTONIC, O_NONBLOCK);

    HOLDS(fd >= 0);
    FAILS(EAGAIN, read(fd, &n, 8));
    GIVES(0, ready(fd, 0));
    GIVES(0, set(fd, 0, 0, 20000000, 0, NULL));
    GIVES(POLLIN, ready(fd, -1));
    FAILS(EINVAL, read(fd, &n, 7));
    FAILS(EINVAL, read(fd, &n, 0));
    GIVES(8, read(fd, &n, 8));
    GIVES(1, n);
    FAILS(EAGAIN, read(fd, &n, 8));

    GIVES(0, set(fd, 0, 1000, 0, 5, NULL));
    GIVES(0, syscall(SYS_timerfd_gettime, fd, &old));
    HOLDS(old.it_value.tv_sec > 900 && old.it_value.tv_sec <= 1000 && old.it_interval.tv_nsec == 5);
    GIVES(0, set(fd, 0, 0, 0, 0, &old));
    HOLDS(old.it_value.tv_sec > 900 && old.it_interval.tv_nsec == 5);
    GIVES(0, syscall(SYS_timerfd_gettime, fd, &old));
    HOLDS(old.it_value.tv_sec == 0 && old.it_value.tv_nsec == 0);

    /* A time that is over, and one that comes again and again, waited for by epoll. */
    clock_gettime(CLOCK_MONOTONIC, &now);
    GIVES(0, set(fd, ABSOLUTE, now.tv_sec, now.tv_nsec, 0, NULL));
    GIVES(POLLIN, ready(fd, -1));
    GIVES(0, set(fd, 0, 0, 1000000, 1000000, NULL));
    e = epoll_create(1);
    event.events = EPOLLIN;
    event.data.fd = fd;
    GIVES(0, epoll_ctl(e, EPOLL_CTL_ADD, fd, &event));
    GIVES(1, epoll_wait(e, &event, 1, -1));
    usleep(50000);
    GIVES(8, read(fd, &n, 8));
    HOLDS(n >= 20);
    fcntl(fd, F_SETFL, 0);
    GIVES(8, read(fd, &n, 8));
    close(e);
    close(fd);
}

static void refusals(void)
{
    struct itimerspec t;
    int timer = syscall(SYS_timerfd_create, CLOCK_REALTIME, 0), event = new_event(0, 0);

    memset(&t, 0, sizeof t);
    FAILS(EINVAL, syscall(SYS_timerfd_create, 77, 0));
    FAILS(EINVAL, syscall(SYS_timerfd_create, CLOCK_MONOTONIC, 1));
    FAILS(EINVAL, set(timer, 8, 1, 0, 0, NULL));
    FAILS(EINVAL, set(timer, 0, 0, 1000000000, 0, NULL));
    FAILS(EINVAL, set(timer, 0, -1, 0, 0, NULL));
    FAILS(EINVAL, set(event, 0, 1, 0, 0, NULL));
    FAILS(EBADF, set(99, 0, 1, 0, 0, NULL));
    FAILS(EFAULT, syscall(SYS_timerfd_settime, timer, 0, BAD_ADDRESS, NULL));
    FAILS(EINVAL, syscall(SYS_timerfd_gettime, event, &t));
    FAILS(EBADF, syscall(SYS_timerfd_gettime, 99, &t));
    FAILS(EFAULT, syscall(SYS_timerfd_gettime, timer, BAD_ADDRESS));
    FAILS(EINVAL, write(timer, &t, 8));
    close(timer);
    close(event);
}

int main(void)
{
    counters();
    between_processes();
    timers();
    refusals();
    return finish();
}
