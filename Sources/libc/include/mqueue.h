#ifndef _MINICC_LIBC_MQUEUE_H
#define _MINICC_LIBC_MQUEUE_H

#include <features.h>
#include <bits/timespec.h>
#include <sys/types.h>

typedef int mqd_t;
struct mq_attr {
    long mq_flags;
    long mq_maxmsg;
    long mq_msgsize;
    long mq_curmsgs;
    long __room[4];
};
struct sigevent;

mqd_t mq_open(const char *name, int flags, ...);
int mq_close(mqd_t queue);
int mq_unlink(const char *name);
int mq_getattr(mqd_t queue, struct mq_attr *attributes);
int mq_setattr(mqd_t queue, const struct mq_attr *attributes, struct mq_attr *old);
int mq_send(mqd_t queue, const char *message, size_t size, unsigned int priority);
int mq_timedsend(mqd_t queue, const char *message, size_t size, unsigned int priority, const struct timespec *end);
ssize_t mq_receive(mqd_t queue, char *message, size_t size, unsigned int *priority);
ssize_t mq_timedreceive(mqd_t queue, char *message, size_t size, unsigned int *priority, const struct timespec *end);

#endif
