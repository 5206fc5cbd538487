/* Sockets. */
#ifndef NET_H
#define NET_H

#include "files.h"

enum { AF_UNIX = 1, SOCK_STREAM = 1, SOCK_DGRAM = 2, SOCK_SEQPACKET = 5 };
enum { MSG_OOB = 1, MSG_PEEK = 2, MSG_DONTWAIT = 0x40, MSG_WAITALL = 0x100, MSG_NOSIGNAL = 0x4000 };
enum { SHUT_RECEIVE = 1, SHUT_SEND = 2, SHUT_BOTH = 3 };

/* ---- stream.c: connected pairs of AF_UNIX streams ---- */

/* What SO_PEERCRED tells. */
struct peer_credentials {
    int process;
    u32 user, group;
};

int stream_pair(struct file *ends[2], int flags);
int socket_is(struct file *f);
s64 stream_receive(struct file *f, struct io *io, int flags);     /* both may sleep */
s64 stream_send(struct file *f, struct io *io, int flags);
void stream_shut(struct file *f, int what);
int stream_take_error(struct file *f);                            /* SO_ERROR */
struct peer_credentials stream_peer(struct file *f);

#endif
