/*
 * Connections of AF_UNIX and TCP, and the streams on them. connect makes the other end at once and puts it into the queue of
 * who listens; it can be written to before it was accepted.
 */
#include "base.h"
#include "memory.h"
#include "net.h"
#include "process.h"

enum { WRITABLE = 4096 };         /* poll says so when there is room for this much */
enum { BACKLOG_MAX = 4096 };

int has_connections(struct socket *s)
{
    return s->type != SOCK_DGRAM;
}

static int is_inet(struct socket *s)
{
    return s->family != AF_UNIX;
}

static void changed(struct socket *s)
{
    wake_up(s);
    if (s->peer) wake_up(s->peer);
}

void connect_pair(struct socket *a, struct socket *b)
{
    a->peer = socket_hold(b);
    b->peer = socket_hold(a);
    a->peer_who = b->who;
    b->peer_who = a->who;
    a->is_told = b->is_told = 1;
}

/* ---- Making connections ---- */

int stream_listen(struct socket *s, u32 backlog)
{
    int error = 0;

    if (!has_connections(s)) return -EOPNOTSUPP;
    if (s->peer || (!is_inet(s) && !unix_has_name(s))) return -EINVAL;
    if (is_inet(s) && !s->listens) error = inet_may_listen(s);
    if (error) return error;
    s->who = credentials_now();
    s->backlog = backlog < BACKLOG_MAX ? backlog : BACKLOG_MAX;
    s->listens = 1;
    if (is_inet(s)) s->shut = 0;
    wake_up(s);
    return 0;
}

static int listens_now(struct socket *s)
{
    return s->listens && !s->is_closed && !(s->shut & SHUT_RECEIVE);
}

/* Who listens there, held. */
static int find_listener(struct socket *s, struct address *a, struct endpoint *from, struct endpoint *to, struct socket **found)
{
    int error;

    if (!is_inet(s)) {
        error = s->options[PASS_CREDENTIALS] ? unix_bind_any(s) : 0;
        if (!error) error = unix_find(s, a, found);
        if (error) return error;
    } else {
        error = inet_parse(s, a, to);
        if (!error) error = inet_route(s, to, from);
        if (error) return error;
        *found = inet_find(SOCK_STREAM, from, to);
        if (!*found) return -ECONNREFUSED;
        socket_hold(*found);
    }
    if (listens_now(*found)) return 0;
    socket_release(*found);
    return -ECONNREFUSED;
}

/* A connection's other end, waiting to be accepted. It has the listener's name and options. */
static int join(struct socket *s, struct socket *listener, struct endpoint *from, struct endpoint *to)
{
    struct socket *other;
    int error = is_inet(s) ? inet_bind_any(s) : 0;

    if (!error) error = socket_new(listener->family, s->type, s->protocol, &other);
    if (error) return error;
    s->who = credentials_now();
    other->who = listener->who;
    if (listener->name) unix_share_name(other, listener);
    copy_bytes(other->options, listener->options, sizeof other->options);
    other->receive_limit = listener->receive_limit;
    other->send_limit = listener->send_limit;
    connect_pair(s, other);
    if (is_inet(s)) {
        copy_bytes(s->here.address, from->address, sizeof from->address);
        s->there = *to;
        other->here = *to;
        other->there = s->here;
    }
    if (listener->last_waiting) listener->last_waiting->next_waiting = other;
    else listener->waiting = other;
    listener->last_waiting = other;
    listener->waiting_count++;
    wake_up(listener);
    return 0;
}

/* connect() again: too much, or the end of one that did not wait (1). */
static int connect_again(struct socket *s)
{
    if (s->listens) return is_inet(s) ? -EISCONN : -EINVAL;
    if (!s->peer) return is_inet(s) && s->error ? -socket_take_error(s) : 0;
    if (s->is_told) return -EISCONN;
    s->is_told = 1;
    return 1;
}

/* The other end hears of it. After a plain end of TCP it may go on sending, until it hears that nobody is there. */
static void leave(struct socket *s, int is_reset)
{
    struct socket *peer = s->peer;

    if (peer->peer != s) return;
    peer->shut |= is_inet(s) && !is_reset ? SHUT_RECEIVE : SHUT_BOTH;
    if (is_reset && !peer->is_closed) peer->error = ECONNRESET;
    wake_up(peer);
}

/* connect(AF_UNSPEC): TCP can leave a connection, and be used again. */
static s64 disconnect(struct socket *s)
{
    struct socket *peer = s->peer;

    if (!peer) return 0;
    leave(s, 1);
    s->peer = NULL;
    s->there.port = 0;
    s->shut = s->error = 0;
    queue_free(&s->in);
    socket_release(peer);
    wake_up(s);
    return 0;
}

/* The program of a TCP socket that does not wait hears of the end by poll, or when it asks again. */
static int conclude(struct file *f, int error)
{
    struct socket *s = f->own;

    if (!is_inet(s) || !(f->flags & O_NONBLOCK) || (error && error != -ECONNREFUSED)) return error;
    s->error = -error;
    s->is_told = 0;
    wake_up(s);
    return -EINPROGRESS;
}

s64 stream_connect(struct file *f, struct address *a)
{
    struct socket *s = f->own, *listener;
    struct endpoint from, to;
    u64 until = socket_limit(s->send_limit);
    int error;

    if (is_inet(s) && a->length >= 2 && a->bytes[0] == AF_UNSPEC && a->bytes[1] == 0) return disconnect(s);
    for (;;) {
        error = is_inet(s) ? connect_again(s) : 0;
        if (error) return error > 0 ? 0 : error;
        error = find_listener(s, a, &from, &to, &listener);
        if (error) return conclude(f, error);
        if (listener->waiting_count <= (is_inet(s) ? BACKLOG_MAX : listener->backlog)) {
            /* AF_UNIX sees last that it cannot connect at all. */
            if (!is_inet(s)) error = connect_again(s);
            if (!error) error = join(s, listener, &from, &to);
            socket_release(listener);
            return conclude(f, error);
        }
        error = is_inet(s) ? -ECONNREFUSED : socket_wait(f, listener, 0, until);
        socket_release(listener);
        if (error) return error;
    }
}

/* ---- Accepting ---- */

int stream_wait_for_connection(struct file *f)
{
    struct socket *s = f->own;
    u64 until = socket_limit(s->receive_limit);
    int error = 0;

    if (!has_connections(s)) return -EOPNOTSUPP;
    while (!error && !s->waiting) {
        if (listens_now(s)) error = socket_wait(f, s, 0, until);
        else error = s->listens && !is_inet(s) && f->flags & O_NONBLOCK ? -EAGAIN : -EINVAL;
    }
    return error;
}

void stream_accepted(struct socket *s)
{
    struct socket *first = s->waiting;

    s->waiting = first->next_waiting;
    if (!s->waiting) s->last_waiting = NULL;
    first->next_waiting = NULL;
    s->waiting_count--;
    wake_up(s);
}

/* ---- The end of a connection ---- */

/* Bytes that nobody has read, or nobody will. */
static int ends_by_reset(struct socket *s)
{
    return s->in.ring.count > 0 || (is_inet(s) && s->options[LINGER_ON] && s->options[LINGER_SECONDS] == 0);
}


void stream_end(struct socket *s)
{
    struct socket *waiting;

    while ((waiting = s->waiting)) {
        stream_accepted(s);
        leave(waiting, 1);
        socket_end(waiting);
    }
    if (has_connections(s) && s->peer) leave(s, ends_by_reset(s));
}

/* ---- Sending ---- */

static u32 room_for(struct socket *s)
{
    struct queue *q = &s->peer->in;
    u32 most = s->options[SEND_BUFFER] < RING ? (u32)s->options[SEND_BUFFER] : RING;

    if (is_inet(s) && (u32)s->peer->options[RECEIVE_BUFFER] < most) most = s->peer->options[RECEIVE_BUFFER];
    return q->ring.count < most && q->records < RECORDS ? most - q->ring.count : 0;
}

static int check_send(struct socket *s, struct message *m)
{
    if (is_inet(s)) return s->error ? -socket_take_error(s) : s->peer ? 0 : -EPIPE;
    if (m->address.length) return s->peer ? -EISCONN : -EOPNOTSUPP;
    return s->peer ? 0 : -ENOTCONN;
}

/* TCP hears only by the answer to what it has sent that nobody is there. */
static int send_to_nobody(struct socket *s, struct message *m)
{
    if (!is_inet(s) || s->shut & SHUT_SEND) return -EPIPE;
    m->io.done += m->io.left;
    m->io.left = 0;
    s->shut = SHUT_BOTH;
    s->error = EPIPE;
    wake_up(s);
    return 0;
}

s64 stream_send(struct file *f, struct message *m)
{
    struct socket *s = f->own;
    u64 until = socket_limit(s->send_limit);
    int error = check_send(s, m);

    if (!error && s->shut & SHUT_SEND) error = -EPIPE;
    while (m->io.left > 0 && !error) {
        if (s->shut & SHUT_SEND || !s->peer) error = s->error && is_inet(s) ? -socket_take_error(s) : -EPIPE;
        else if (s->peer->is_closed) error = send_to_nobody(s, m);
        else if (room_for(s) == 0) error = socket_wait(f, s, m->flags, until);
        else {
            error = queue_put(&s->peer->in, m, s, 1);
            changed(s);
        }
    }
    if (m->io.done > 0) return m->io.done;
    if (error == -EPIPE && !(m->flags & MSG_NOSIGNAL)) signal_send(current, SIGPIPE, SI_USER, 0);
    return error;
}

/* ---- Receiving ---- */

static int is_same(struct peer_credentials *a, struct peer_credentials *b)
{
    return a->process == b->process && a->user == b->user && a->group == b->group;
}

/* What one call gives has one sender, if the program asks for that, and descriptors of one message. */
static int goes_on(struct socket *s, struct message *m)
{
    if (m->io.left == 0 || m->rights || m->flags & MSG_PEEK) return 0;
    return !s->in.first || !s->options[PASS_CREDENTIALS] || is_same(&s->in.first->who, &m->who);
}

s64 stream_receive(struct file *f, struct message *m)
{
    struct socket *s = f->own;
    u64 until = socket_limit(s->receive_limit), wanted = m->io.left;
    s64 got = 0;

    if (!s->peer) return is_inet(s) ? -ENOTCONN : -EINVAL;
    if (!(m->flags & MSG_WAITALL) && wanted > (u64)s->options[LOW_WATER]) wanted = s->options[LOW_WATER];
    /* Who asks for nothing waits for something, too. */
    if (wanted == 0) wanted = 1;
    for (;;) {
        if (s->in.first) {
            got = queue_take(&s->in, m, s, 1);
            if (got < 0) break;
            changed(s);
            if (!goes_on(s, m)) break;
            continue;
        }
        if (m->io.done >= wanted) break;
        if (s->error) got = m->io.done > 0 ? 0 : -socket_take_error(s);
        if (got < 0 || s->error || s->shut & SHUT_RECEIVE || !s->peer) break;
        got = socket_wait(f, s, m->flags, until);
        if (got < 0) break;
    }
    return m->io.done > 0 ? (s64)m->io.done : got < 0 ? got : 0;
}

/* ---- poll ---- */

/* Room for a page, or all that there is if that is less (SO_RCVBUF). */
static int is_writable(struct socket *s)
{
    if (!s->peer || s->peer->is_closed || s->shut & SHUT_SEND) return 1;
    return room_for(s) >= WRITABLE || s->peer->in.ring.count == 0;
}

int stream_ready(struct socket *s)
{
    int ready = s->error ? POLLERR : 0;

    if (s->listens) {
        if (s->waiting || s->shut & SHUT_RECEIVE) ready |= POLLIN | POLLRDNORM;
        return s->shut & SHUT_RECEIVE ? ready | POLLHUP : ready;
    }
    if (s->in.first && s->in.ring.count >= (u32)s->options[LOW_WATER]) ready |= POLLIN | POLLRDNORM;
    if (s->shut & SHUT_RECEIVE) ready |= POLLIN | POLLRDNORM | POLLRDHUP;
    if (s->shut == SHUT_BOTH || !s->peer) ready |= POLLHUP;
    if (is_writable(s)) ready |= POLLOUT | POLLWRNORM;
    return ready;
}
