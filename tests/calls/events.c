/* What is waited for: poll, epoll, eventfd, signalfd, timerfd, pairs of sockets; and signals. Nothing waits here: limits are 0. */
#include "sequences.h"
#include <poll.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/select.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <time.h>

static int by_data(const void *a, const void *b)
{
    const struct epoll_event *x = a, *y = b;

    return x->data.u64 < y->data.u64 ? -1 : x->data.u64 > y->data.u64;
}

static void wait_now(int fd)
{
    struct epoll_event e[32];
    int count = (int)called(epoll_wait(fd, e, 32, 0), "epoll_wait %d", fd);

    if (count <= 0)
        return;
    qsort(e, (size_t)count, sizeof *e, by_data);
    for (int k = 0; k < count; k++)
        note("%lu: %x", (unsigned long)e[k].data.u64, (unsigned)e[k].events);
}

static void poll_now(void)
{
    struct pollfd p[6];
    int count;

    for (int k = 0; k < 6; k++) {
        p[k].fd = any_fd();
        p[k].events = (short)(any(2) ? POLLIN : any(2) ? POLLOUT : POLLIN | POLLOUT);
        p[k].revents = 0;
    }
    count = (int)called(poll(p, 6, 0), "poll %d %d %d %d %d %d", p[0].fd, p[1].fd, p[2].fd, p[3].fd, p[4].fd, p[5].fd);
    for (int k = 0; k < 6; k++)
        if (count > 0 && p[k].revents)
            note("%d: %x", p[k].fd, (unsigned)p[k].revents);
}

static void select_now(void)
{
    fd_set in, out;
    struct timeval zero = { 0, 0 };
    int a = any_fd(), b = any_fd();

    if (a < 0 || b < 0)
        return;
    FD_ZERO(&in);
    FD_ZERO(&out);
    FD_SET(a, &in);
    FD_SET(b, &out);
    if (called(select(40, &in, &out, NULL, &zero), "select %d %d", a, b) >= 0)
        note("%d %d", FD_ISSET(a, &in) != 0, FD_ISSET(b, &out) != 0);
}

void event_call(void)
{
    int a = any_fd(), b = any_fd(), k = (int)any(4), ends[2];
    static const unsigned wanted[] = { EPOLLIN, EPOLLOUT, EPOLLIN | EPOLLOUT, EPOLLIN | EPOLLONESHOT };
    struct epoll_event e;
    struct itimerspec t;
    unsigned long number = any(8) ? any(1000) : ~0ul;
    sigset_t set;
    long r;

    memset(&e, 0, sizeof e);
    memset(&t, 0, sizeof t);
    switch (any(15)) {
    case 0: called(epoll_create1(k & 1 ? EPOLL_CLOEXEC : 0), "epoll_create1"); break;
    case 1:
    case 2:
    case 3:
        e.events = wanted[k];
        e.data.u64 = (unsigned long)b + 1;
        k = 1 + (int)any(3);
        called(epoll_ctl(a, k, b, &e), "epoll_ctl %d %d %d %x", a, k, b, (unsigned)e.events);
        break;
    case 4:
    case 5: wait_now(a); break;
    case 6: poll_now(); break;
    case 7: select_now(); break;
    case 8: called(eventfd(any(5), EFD_NONBLOCK | (k & 1 ? EFD_SEMAPHORE : 0)), "eventfd %d", k & 1); break;
    case 9: called(write(a, &number, sizeof number), "write number %d %ld", a, (long)number); break;
    case 10:
        r = called(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends), "socketpair");
        if (r == 0)
            note("%d %d", ends[0], ends[1]);
        break;
    case 11:
        memset(buffer, (int)any(256), 100);
        called(send(a, buffer, 1 + any(100), MSG_NOSIGNAL | MSG_DONTWAIT), "send %d", a);
        break;
    case 12:
        r = called(recv(a, buffer, 1 + any(100), MSG_DONTWAIT | (k & 1 ? MSG_PEEK : 0)), "recv %d %d", a, k & 1);
        if (r > 0)
            note("%016lx", hash_of(buffer, (unsigned long)r));
        break;
    case 13: called(shutdown(a, (int)any(3)), "shutdown %d", a); break;
    default:
        sigemptyset(&set);
        sigaddset(&set, SIGUSR1);
        sigaddset(&set, SIGRTMIN + 3);
        if (k == 0)
            called(signalfd(any(3) ? -1 : a, &set, SFD_NONBLOCK), "signalfd %d", a);
        else if (k == 1)
            called(timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK), "timerfd_create");
        else {
            /* Over at once, or in a year. */
            t.it_value.tv_sec = k == 2 ? 30000000 : 0;
            t.it_value.tv_nsec = k == 2 ? 0 : 1;
            called(timerfd_settime(a, k == 2 ? 0 : TFD_TIMER_ABSTIME, &t, NULL), "timerfd_settime %d %d", a, k == 2);
        }
    }
}

/* ---- Signals ---- */

static volatile int handled[65];

static void handler(int number)
{
    handled[number]++;
}

void signal_call(void)
{
    static const int numbers[] = { SIGUSR1, SIGUSR2, SIGCHLD, 37, 38 };
    int n = numbers[any(5)], k = (int)any(4), count = handled[n];
    struct sigaction action;
    struct timespec zero = { 0, 0 };
    siginfo_t info;
    union sigval value;
    sigset_t set;

    memset(&action, 0, sizeof action);
    sigemptyset(&set);
    sigaddset(&set, n);
    switch (any(7)) {
    case 0:
        /* Without a handler it would be the end, which is for children. */
        if (k == 2 && n != SIGCHLD)
            k = 0;
        action.sa_handler = k == 0 ? handler : k == 1 ? SIG_IGN : k == 2 ? SIG_DFL : handler;
        action.sa_flags = k == 3 ? SA_NODEFER : 0;
        called(sigaction(n, &action, NULL), "sigaction %d %d", n, k);
        break;
    case 1: called(sigprocmask(k & 1 ? SIG_BLOCK : SIG_UNBLOCK, &set, NULL), "sigprocmask %d %d", n, k & 1); break;
    case 2: called(kill(getpid(), n), "kill %d", n); break;
    case 3:
        value.sival_int = (int)any(100);
        called(sigqueue(getpid(), n, value), "sigqueue %d %d", n, value.sival_int);
        break;
    case 4:
        sigpending(&set);
        for (int i = 1; i < 64; i++)
            if (sigismember(&set, i) == 1)
                note("pending %d", i);
        break;
    case 5:
        if (called(sigtimedwait(&set, &info, &zero), "sigtimedwait %d", n) > 0)
            note("code %d value %d", info.si_code, info.si_code == SI_QUEUE ? info.si_value.sival_int : 0);
        break;
    default: called(syscall(SYS_tgkill, (long)getpid(), (long)syscall(SYS_gettid), (long)n), "tgkill %d", n);
    }
    if (handled[n] != count)
        note("handled %d times", handled[n] - count);
}
