/*
 * Sockets: names and connections between processes of this machine. There is no wire, so there are no segments: what one
 * socket sends lies in the queue of the other at once, for TCP and UDP as for AF_UNIX.
 */
#ifndef NET_H
#define NET_H

#include "files.h"

enum { AF_UNSPEC = 0, AF_UNIX = 1, AF_INET = 2, AF_INET6 = 10, AF_NETLINK = 16 };
enum { SOCK_STREAM = 1, SOCK_DGRAM = 2, SOCK_RAW = 3, SOCK_SEQPACKET = 5, SOCKET_TYPES = 11 };
enum { IPPROTO_IP = 0, IPPROTO_TCP = 6, IPPROTO_UDP = 17, IPPROTO_IPV6 = 41, SOL_SOCKET = 1 };
enum { MSG_OOB = 1, MSG_PEEK = 2, MSG_CTRUNC = 8, MSG_TRUNC = 0x20, MSG_DONTWAIT = 0x40, MSG_WAITALL = 0x100, MSG_ERRQUEUE = 0x2000,
       MSG_NOSIGNAL = 0x4000, MSG_WAITFORONE = 0x10000, MSG_CMSG_CLOEXEC = 0x40000000 };
enum { SHUT_RECEIVE = 1, SHUT_SEND = 2, SHUT_BOTH = 3 };

/* ---- Who, and from where ---- */

/* As SO_PEERCRED and SCM_CREDENTIALS tell it. */
struct peer_credentials {
    int process;
    u32 user, group;
};

/* A struct sockaddr as programs give it and get it. */
enum { ADDRESS_MAX = 128, UNIX_ADDRESS_MAX = 110 };

struct address {
    u32 length;
    u8 bytes[ADDRESS_MAX];
};

/* A name of AF_UNIX: the bytes of its struct sockaddr_un, none at first. Connections and messages hold their sender's. */
struct unix_name {
    u32 holders, length;
    u8 bytes[UNIX_ADDRESS_MAX];
};

/* One end of TCP and UDP. IPv4 addresses are written as IPv6 has them, ::ffff:127.0.0.1. */
struct endpoint {
    u8 address[16];
    u16 port;                    /* 0: none */
};

/* ---- Descriptors on their way (rights.c) ---- */

enum { RIGHTS_MAX = 253 };       /* of one message */

struct rights {
    struct rights *next, **at;   /* of all that are in a queue */
    u32 user;                    /* who sent them */
    int count;
    struct file *files[];        /* held */
};

struct rights *rights_new(int most);                              /* NULL: no memory */
struct rights *rights_copy(struct rights *r);
int rights_may_depart(struct rights *r);                          /* 0, or -ETOOMANYREFS */
void rights_depart(struct rights *r);                             /* into a queue */
void rights_arrive(struct rights *r);                             /* out of it */
void rights_release(struct rights *r);                            /* NULL is no harm */
void rights_collect(void);                                        /* somebody let go of a file that is in a queue */

/* ---- Messages, and queues of them (queue.c) ---- */

struct message {
    struct io io;
    int flags;                   /* MSG_…; what is told back is in `found` */
    int found;
    struct address address;      /* where to, or from where; no length: it has none */
    struct endpoint from;        /* of UDP: the sender */
    struct rights *rights;
    struct peer_credentials who;
};

/* Bytes in a queue that were sent by one sender: a message, or a piece of a stream. */
struct record {
    struct record *next;
    struct rights *rights;
    struct unix_name *name;           /* the sender's, held */
    struct endpoint from;
    u16 is_sealed;               /* nothing is added */
    struct peer_credentials who;
    u32 length;
};

enum { RECORDS = 128 };          /* in one queue */

struct queue {
    struct ring ring;
    struct record *first, *last;
    u32 records;
};

struct socket;

int queue_put(struct queue *q, struct message *m, struct socket *from, int is_stream);   /* 0, -ENOBUFS, -EFAULT */
s64 queue_take(struct queue *q, struct message *m, struct socket *to, int is_stream);    /* of the first record; bytes, or -EFAULT */
int queue_has_room(struct queue *q, u64 size);                   /* for a message */
void queue_free(struct queue *q);

/* ---- Sockets (socket.c) ---- */

/* What setsockopt sets and has no field of its own. */
enum option { REUSE_ADDRESS, REUSE_PORT, BROADCAST, KEEP_ALIVE, PASS_CREDENTIALS, SEND_BUFFER, RECEIVE_BUFFER, LOW_WATER, LINGER_ON, LINGER_SECONDS,
              ONLY_IPV6, OTHER_OPTIONS, OPTIONS = OTHER_OPTIONS + 32 };

struct socket {
    struct socket *next, **at;   /* of all */
    u32 holders;
    struct file *file;           /* NULL: nobody has accepted it yet, or it is closed */
    int family, type, protocol;
    u32 charged_user;
    int is_closed;
    int shut;                    /* SHUT_… */
    int error;                   /* told once */
    struct queue in;             /* what was sent to it */
    struct socket *peer;         /* whom it is connected to; held */
    int is_told;                 /* the program knows that it is connected (non-blocking connect) */
    struct peer_credentials who, peer_who;      /* who made, connected or listened */
    /* Of one that listens: connections that nobody has accepted yet. They hold what they are connected to. */
    int listens;
    u32 backlog, waiting_count;
    struct socket *waiting, *last_waiting, *next_waiting;
    /* Names: of AF_UNIX, and the file of that name; of TCP and UDP. */
    struct unix_name *name;
    int is_bound;                /* the name is its own: an accepted connection has the listener's */
    struct inode *inode;
    struct endpoint here, there;
    u32 netlink_port;
    u64 receive_limit, send_limit;              /* SO_RCVTIMEO, SO_SNDTIMEO; 0: none */
    int options[OPTIONS];
    /* For rights_collect. */
    int is_reached;
    struct socket *next_reached;
};

extern struct socket *sockets;

int socket_is(struct file *f);
int socket_new(int family, int type, int protocol, struct socket **made);       /* 0, -ENFILE, -ENOMEM */
int socket_file(struct socket *s, int flags, struct file **made);               /* an open file of it, which takes the caller's hold */
int socket_set_user(struct socket *s, u32 user);                  /* who is charged */
struct socket *socket_hold(struct socket *s);
void socket_release(struct socket *s);
void socket_end(struct socket *s);                                /* nobody has it any more; takes the hold */
int socket_take_error(struct socket *s);                          /* a positive errno */
struct peer_credentials credentials_now(void);
void message_begin(struct message *m, int flags);                 /* the current process's; `io` is the caller's */
u64 socket_limit(u64 span);                                       /* when a wait of this call ends */
/* Sleeps until something happens to `on`. 0, or -EAGAIN, -ERESTART, -EINTR. */
int socket_wait(struct file *f, struct socket *on, int flags, u64 until);
s64 socket_send(struct file *f, struct message *m);               /* both may sleep */
s64 socket_receive(struct file *f, struct message *m);
int socket_bind(struct socket *s, struct address *a);
s64 socket_connect(struct file *f, struct address *a);            /* may sleep */
int socket_shut(struct socket *s, int what);
void socket_name(struct socket *s, struct address *a);            /* getsockname */
int socket_peer_name(struct socket *s, struct address *a);        /* 0, -ENOTCONN */
CHECK(void sockets_visit(void (*inode)(struct inode *), void (*file)(struct file *));)

/* ---- Streams and connections (stream.c), datagrams (datagram.c) ---- */

int has_connections(struct socket *s);                            /* its type */
void connect_pair(struct socket *a, struct socket *b);
int stream_listen(struct socket *s, u32 backlog);
s64 stream_connect(struct file *f, struct address *a);            /* may sleep */
int stream_wait_for_connection(struct file *f);                   /* 0: somebody waits; may sleep */
void stream_accepted(struct socket *s);                           /* the first one does not wait any more */
s64 stream_send(struct file *f, struct message *m);
s64 stream_receive(struct file *f, struct message *m);
int stream_ready(struct socket *s);
void stream_end(struct socket *s);

int packet_check(struct socket *s);                               /* 0, -ENOTCONN or the error that it has; other kinds: 0 */
int datagram_connect(struct socket *s, struct address *a);
s64 datagram_send(struct file *f, struct message *m);             /* both may sleep */
s64 datagram_receive(struct file *f, struct message *m);
int datagram_ready(struct socket *s);

/* ---- Names of AF_UNIX (unix.c): 0 or -errno ---- */

int unix_init(struct socket *s);
int unix_has_name(struct socket *s);
void unix_share_name(struct socket *s, struct socket *with);
int unix_bind(struct socket *s, struct address *a);
int unix_bind_any(struct socket *s);                              /* a name that nobody has, unless it has one */
int unix_check(struct address *a);                                /* 0: somebody may have it */
int unix_find(struct socket *s, struct address *a, struct socket **found);      /* held */
void unix_unbind(struct socket *s);
void name_get(struct unix_name *n, struct address *a);
void name_release(struct unix_name *n);

/* ---- Addresses and ports of TCP and UDP (inet.c): 0 or -errno ---- */

int inet_parse(struct socket *s, struct address *a, struct endpoint *e);
void inet_format(struct socket *s, struct endpoint *e, struct address *a);
int inet_bind(struct socket *s, struct address *a);
int inet_bind_any(struct socket *s);                              /* a free port, unless it has one */
int inet_may_listen(struct socket *s);
int inet_route(struct socket *s, struct endpoint *to, struct endpoint *from);   /* completes both */
struct socket *inet_find(int type, struct endpoint *from, struct endpoint *to);  /* who listens, or gets datagrams; NULL: nobody */

/* ---- /proc/net (tables.c) ---- */

const char *net_table_name(u64 n);                                /* NULL: there are no more */
void net_table_open(struct file *f, u64 n);

/* ---- AF_NETLINK (netlink.c): 0 or -errno ---- */

int netlink_bind(struct socket *s, struct address *a);            /* NULL: a port of the kernel's choice */
int netlink_connect(struct socket *s, struct address *a);
s64 netlink_send(struct socket *s, struct message *m);
void netlink_format(u32 port, struct address *a);

/* ---- The interface lo, which is number 1 ---- */

enum { LO_FLAGS = 0x49 /* up, loopback, running */, LO_LOWER_UP = 0x10000, LO_INDEX = 1, LO_MTU = 65536, ARPHRD_LOOPBACK = 772 };

/* ---- options.c, interfaces.c ---- */

void options_init(struct socket *s);
s64 option_set(struct socket *s, int level, int option, u64 user, u32 length);
s64 option_get(struct socket *s, int level, int option, u64 user, u64 user_length);
s64 interface_control(u64 request, u64 argument);                 /* SIOCGIF…; -ENOTTY: another request */

#endif
