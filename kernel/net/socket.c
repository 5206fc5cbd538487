/* What all sockets have in common: their making and end, waiting, the open file, and which way their kind goes. */
#include "base.h"
#include "memory.h"
#include "net.h"
#include "process.h"

struct socket *sockets;

/* A full ring, and a record with a name of its own for each message. */
#define SOCKET_CHARGE (RING + RECORDS * (64 + 128))

struct peer_credentials credentials_now(void)
{
    struct peer_credentials who;

    who.process = current->id;
    who.user = current->who.effective_user;
    who.group = current->who.effective_group;
    return who;
}

int socket_new(int family, int type, int protocol, struct socket **made)
{
    u32 user = current->who.file_user;
    struct socket *s;

    if (quota_take(user, SOCKET_CHARGE, QUOTA_OPEN) < 0) return -ENFILE;
    s = allocate(sizeof *s);
    if (!s) {
        quota_return(user, SOCKET_CHARGE);
        return -ENOMEM;
    }
    s->holders = 1;
    s->family = family;
    s->type = type;
    s->protocol = protocol;
    s->charged_user = user;
    s->who = credentials_now();
    if (family == AF_UNIX && unix_init(s) < 0) {
        quota_return(user, SOCKET_CHARGE);
        release(s);
        return -ENOMEM;
    }
    options_init(s);
    s->next = sockets;
    s->at = &sockets;
    if (sockets) sockets->at = &s->next;
    sockets = s;
    *made = s;
    return 0;
}

int socket_set_user(struct socket *s, u32 user)
{
    if (user == s->charged_user) return 0;
    if (quota_take(user, SOCKET_CHARGE, QUOTA_OPEN) < 0) return -ENFILE;
    quota_return(s->charged_user, SOCKET_CHARGE);
    s->charged_user = user;
    return 0;
}

struct socket *socket_hold(struct socket *s)
{
    s->holders++;
    return s;
}

void socket_release(struct socket *s)
{
    if (--s->holders > 0) return;
    *s->at = s->next;
    if (s->next) s->next->at = s->at;
    name_release(s->name);
    release(s);
}

/*
 * Others may hold it still: it is their peer, and they may ask for its name. Its user is charged no more: who holds what is left is
 * charged for a whole socket himself.
 */
void socket_end(struct socket *s)
{
    struct socket *peer = s->peer;

    s->file = NULL;
    s->is_closed = 1;
    stream_end(s);
    unix_unbind(s);
    s->here.port = 0;
    s->peer = NULL;
    if (peer) socket_release(peer);
    queue_free(&s->in);
    quota_return(s->charged_user, SOCKET_CHARGE);
    wake_up(s);
    socket_release(s);
}

int socket_take_error(struct socket *s)
{
    int error = s->error;

    s->error = 0;
    return error;
}

/* ---- Waiting ---- */

u64 socket_limit(u64 span)
{
    return span ? wait_end(span) : 0;
}

int socket_wait(struct file *f, struct socket *on, int flags, u64 until)
{
    int error;

    if (f->flags & O_NONBLOCK || flags & MSG_DONTWAIT || (until && arch_nanoseconds() >= until)) return -EAGAIN;
    error = sleep_on(on, until);
    return error && until ? -EINTR : error;
}

/* ---- By kind ---- */

/* Messages tell the real user, connections the effective one, as on Linux. */
void message_begin(struct message *m, int flags)
{
    clear_bytes(m, sizeof *m);
    m->flags = flags;
    m->who.process = current->id;
    m->who.user = current->who.user;
    m->who.group = current->who.group;
}

s64 socket_send(struct file *f, struct message *m)
{
    struct socket *s = f->own;

    if (m->flags & MSG_OOB) return -EOPNOTSUPP;
    return s->type == SOCK_STREAM ? stream_send(f, m) : datagram_send(f, m);
}

s64 socket_receive(struct file *f, struct message *m)
{
    struct socket *s = f->own;

    if (m->flags & MSG_OOB) return s->family == AF_UNIX ? -EOPNOTSUPP : -EINVAL;
    if (m->flags & MSG_ERRQUEUE && s->family != AF_UNIX) return -EAGAIN;
    return s->type == SOCK_STREAM ? stream_receive(f, m) : datagram_receive(f, m);
}

int socket_bind(struct socket *s, struct address *a)
{
    if (s->family == AF_UNIX) return unix_bind(s, a);
    return s->family == AF_NETLINK ? netlink_bind(s, a) : inet_bind(s, a);
}

s64 socket_connect(struct file *f, struct address *a)
{
    struct socket *s = f->own;

    return has_connections(s) ? stream_connect(f, a) : datagram_connect(s, a);
}

int socket_shut(struct socket *s, int what)
{
    struct socket *peer = has_connections(s) ? s->peer : NULL;

    if (s->family == AF_NETLINK) return -EOPNOTSUPP;
    if (s->family != AF_UNIX && !s->there.port && !s->listens) return -ENOTCONN;
    s->shut |= what;
    /* The end of what one sends is the end of what the other receives. TCP does not tell that nobody will read. */
    if (peer) {
        if (what & SHUT_SEND) peer->shut |= SHUT_RECEIVE;
        if (what & SHUT_RECEIVE && s->family == AF_UNIX) peer->shut |= SHUT_SEND;
        wake_up(peer);
    }
    wake_up(s);
    return 0;
}

void socket_name(struct socket *s, struct address *a)
{
    if (s->family == AF_UNIX) name_get(s->name, a);
    else if (s->family == AF_NETLINK) netlink_format(s->netlink_port, a);
    else inet_format(s, &s->here, a);
}

int socket_peer_name(struct socket *s, struct address *a)
{
    if (s->family == AF_UNIX) {
        if (!s->peer) return -ENOTCONN;
        name_get(s->peer->name, a);
        return 0;
    }
    if (s->family == AF_NETLINK) {
        netlink_format(0, a);
        return 0;
    }
    if (!s->there.port || (s->type == SOCK_STREAM && s->shut == SHUT_BOTH && s->peer->is_closed)) return -ENOTCONN;
    inet_format(s, &s->there, a);
    return 0;
}

/* ---- The file ---- */

static s64 socket_read(struct file *f, u64 *offset, struct io *io)
{
    struct message m;
    s64 result;

    (void)offset;
    if (io->left == 0) return 0;
    message_begin(&m, 0);
    m.io = *io;
    result = socket_receive(f, &m);
    *io = m.io;
    rights_release(m.rights);
    return result;
}

static s64 socket_write(struct file *f, u64 *offset, struct io *io)
{
    struct message m;
    s64 result;

    (void)offset;
    message_begin(&m, 0);
    m.io = *io;
    result = socket_send(f, &m);
    *io = m.io;
    return result;
}

enum { FIONREAD = 0x541b, SIOCOUTQ = 0x5411, SIOCATMARK = 0x8905 };

/* Of messages FIONREAD tells the length of the first one. */
static s64 socket_control(struct file *f, u64 request, u64 argument)
{
    struct socket *s = f->own;
    u32 number = 0;

    if (request == FIONREAD) {
        if (s->listens) return -EINVAL;
        number = s->type != SOCK_DGRAM ? s->in.ring.count : s->in.first ? s->in.first->length : 0;
    } else if (request == SIOCOUTQ) {
        number = has_connections(s) && s->peer && s->family == AF_UNIX ? s->peer->in.ring.count : 0;
    } else if (request != SIOCATMARK || s->type != SOCK_STREAM) {
        return interface_control(request, argument);
    }
    return copy_out(argument, &number, 4);
}

static int socket_ready(struct file *f)
{
    struct socket *s = f->own;

    return s->type == SOCK_STREAM || s->listens ? stream_ready(s) : datagram_ready(s);
}

static void socket_close(struct file *f)
{
    if (f->own) socket_end(f->own);
}

static const struct file_type socket_type = { socket_read, socket_write, socket_control, socket_ready, socket_close, 0, 1 };
static const struct device socket_device = { "socket", 0, &socket_type, NULL };

int socket_is(struct file *f)
{
    return f->type == &socket_type;
}

int socket_file(struct socket *s, int flags, struct file **made)
{
    int error = device_make(&socket_device, O_RDWR | flags, made);

    if (error) return error;
    (*made)->own = s;
    (*made)->inode->mode = S_IFSOCK | 0777;
    s->file = *made;
    return 0;
}

#ifdef CHECKS
/* What sockets hold, for check_holders. */
void sockets_visit(void (*inode)(struct inode *), void (*file)(struct file *))
{
    struct socket *s;
    struct record *r;
    int k;

    for (s = sockets; s; s = s->next) {
        inode(s->inode);
        for (r = s->in.first; r; r = r->next)
            for (k = 0; r->rights && k < r->rights->count; k++) file(r->rights->files[k]);
    }
}
#endif
