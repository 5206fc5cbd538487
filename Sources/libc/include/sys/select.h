#ifndef _MINICC_LIBC_SYS_SELECT_H
#define _MINICC_LIBC_SYS_SELECT_H

#include <features.h>
#include <bits/null.h>
#include <bits/sigset_t.h>
#include <bits/timeval.h>
#include <bits/timespec.h>

#define FD_SETSIZE 1024

typedef struct { unsigned long __bits[FD_SETSIZE / 64]; } fd_set;
typedef unsigned long fd_mask;
#define NFDBITS 64

#define FD_SET(fd, set) ((void)((set)->__bits[(fd) / 64] |= 1UL << ((fd) % 64)))
#define FD_CLR(fd, set) ((void)((set)->__bits[(fd) / 64] &= ~(1UL << ((fd) % 64))))
#define FD_ISSET(fd, set) (((set)->__bits[(fd) / 64] >> ((fd) % 64)) & 1)
#define FD_ZERO(set) \
    do { \
        int __word; \
        for (__word = 0; __word < FD_SETSIZE / 64; __word++) (set)->__bits[__word] = 0; \
    } while (0)

int select(int count, fd_set *readable, fd_set *writable, fd_set *exceptional,
           struct timeval *timeout);
int pselect(int count, fd_set *readable, fd_set *writable, fd_set *exceptional, const struct timespec *timeout,
            const sigset_t *mask);

#endif
