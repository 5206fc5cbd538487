/* What the calls of sockets have in common (calls/sockets.c, messages.c). */
#ifndef SOCKETS_H
#define SOCKETS_H

#include "net.h"

/* Held; NULL: *error says why. */
struct file *socket_in(int fd, s64 *error);
s64 address_in(struct address *a, u64 user, u32 length);          /* 0, -EINVAL, -EFAULT */
s64 address_out(struct address *a, u64 user, u64 user_length);

#endif
