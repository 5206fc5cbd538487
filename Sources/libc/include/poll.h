#ifndef _MINICC_LIBC_POLL_H
#define _MINICC_LIBC_POLL_H

#include <features.h>
#include <bits/sigset_t.h>
#include <bits/timespec.h>

typedef unsigned long nfds_t;

struct pollfd {
    int fd;
    short events;
    short revents;
};

#define POLLIN 1
#define POLLPRI 2
#define POLLOUT 4
#define POLLERR 8
#define POLLHUP 16
#define POLLNVAL 32
#define POLLRDNORM 64
#define POLLRDBAND 128
#define POLLWRNORM 256
#define POLLWRBAND 512

#define POLLMSG 0x400
#define POLLRDHUP 0x2000

int poll(struct pollfd *files, nfds_t count, int milliseconds);
int ppoll(struct pollfd *files, nfds_t count, const struct timespec *timeout, const sigset_t *mask);

#endif
