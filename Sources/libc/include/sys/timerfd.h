#ifndef _MINICC_LIBC_SYS_TIMERFD_H
#define _MINICC_LIBC_SYS_TIMERFD_H

#include <features.h>
#include <fcntl.h>
#include <time.h>

#define TFD_CLOEXEC O_CLOEXEC
#define TFD_NONBLOCK O_NONBLOCK
#define TFD_TIMER_ABSTIME 1
#define TFD_TIMER_CANCEL_ON_SET 2

int timerfd_create(int clock, int flags);
int timerfd_settime(int fd, int flags, const struct itimerspec *value, struct itimerspec *old);
int timerfd_gettime(int fd, struct itimerspec *value);

#endif
