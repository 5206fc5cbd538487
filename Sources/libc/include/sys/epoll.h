#ifndef _MINICC_LIBC_SYS_EPOLL_H
#define _MINICC_LIBC_SYS_EPOLL_H

#include <features.h>
#include <bits/sigset_t.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>

#define EPOLL_CLOEXEC O_CLOEXEC

#define EPOLLIN 0x001
#define EPOLLPRI 0x002
#define EPOLLOUT 0x004
#define EPOLLERR 0x008
#define EPOLLHUP 0x010
#define EPOLLRDNORM 0x040
#define EPOLLRDBAND 0x080
#define EPOLLWRNORM 0x100
#define EPOLLWRBAND 0x200
#define EPOLLMSG 0x400
#define EPOLLRDHUP 0x2000
#define EPOLLEXCLUSIVE (1U << 28)
#define EPOLLWAKEUP (1U << 29)
#define EPOLLONESHOT (1U << 30)
#define EPOLLET (1U << 31)

#define EPOLL_CTL_ADD 1
#define EPOLL_CTL_DEL 2
#define EPOLL_CTL_MOD 3

typedef union epoll_data {
    void *ptr;
    int fd;
    uint32_t u32;
    uint64_t u64;
} epoll_data_t;

/* One layout for all machines; amd64's kernel has another, into which the library translates. */
struct epoll_event {
    uint32_t events;
    epoll_data_t data;
};

int epoll_create(int size);
int epoll_create1(int flags);
int epoll_ctl(int poll, int operation, int fd, struct epoll_event *event);
int epoll_wait(int poll, struct epoll_event *events, int most, int milliseconds);
int epoll_pwait(int poll, struct epoll_event *events, int most, int milliseconds, const sigset_t *mask);

#endif
