/* Messages with ends: datagrams of AF_UNIX and UDP, and packets on a connection (SOCK_SEQPACKET). */
#include "base.h"
#include "memory.h"
#include "net.h"
#include "process.h"

enum { UDP_MAX = 65507 };         /* what IPv4 and UDP leave of 64 KiB */

static int is_udp(struct socket *s)
{
    return s->family != AF_UNIX;
}

/* ---- connect: where send goes, and from whom one receives ---- */

/* Who is connected gets nothing from others. */
static int accepts(struct socket *to, struct socket *from)
{
    return !to->peer || to->peer == from;
}

static void set_peer(struct socket *s, struct socket *peer)
{
    struct socket *old = s->peer;

    s->peer = peer;
    if (peer) s->peer_who = peer->who;
    if (!old) return;
    /* What is there was from the old one, who learns that it will not be read. */
    if (old != peer && s->family == AF_UNIX && s->in.first) {
        queue_free(&s->in);
        if (!old->is_closed && old->peer == s) old->error = ECONNRESET;
    }
    wake_up(old);
    wake_up(s);
    socket_release(old);
}

int datagram_connect(struct socket *s, struct address *a)
{
    struct endpoint from, to;
    struct socket *peer;
    int error;

    if (s->family == AF_NETLINK) return netlink_connect(s, a);
    if (a->length >= 2 && a->bytes[0] == AF_UNSPEC && a->bytes[1] == 0) {
        set_peer(s, NULL);
        s->there.port = 0;
        return 0;
    }
    if (!is_udp(s)) {
        error = s->options[PASS_CREDENTIALS] ? unix_bind_any(s) : 0;
        if (!error) error = unix_find(s, a, &peer);
        if (error) return error;
        if (accepts(peer, s)) set_peer(s, peer);
        else {
            socket_release(peer);
            error = -EPERM;
        }
        return error;
    }
    error = inet_parse(s, a, &to);
    if (!error) error = inet_route(s, &to, &from);
    if (!error) error = inet_bind_any(s);
    if (error) return error;
    copy_bytes(s->here.address, from.address, sizeof from.address);
    s->there = to;
    return 0;
}

/* ---- Sending ---- */

/* To whom, held. NULL: *error says why, or it is lost (0). */
static struct socket *receiver_of_udp(struct socket *s, struct message *m, int *error)
{
    struct endpoint to = s->there;
    struct socket *receiver;

    *error = 0;
    if (m->address.length) *error = inet_parse(s, &m->address, &to);
    else if (!to.port) *error = -EDESTADDRREQ;
    if (!*error && to.port == 0) *error = -EINVAL;
    if (!*error && m->io.left > UDP_MAX) *error = -EMSGSIZE;
    if (!*error) *error = inet_route(s, &to, &m->from);
    if (!*error && s->shut & SHUT_SEND) *error = -EPIPE;
    if (!*error && s->error) *error = -socket_take_error(s);
    if (!*error) *error = inet_bind_any(s);
    if (*error) return NULL;
    m->from.port = s->here.port;
    receiver = inet_find(SOCK_DGRAM, &m->from, &to);
    if (receiver) return socket_hold(receiver);
    /* The answer that nobody is there finds only who is connected. */
    if (s->there.port && !m->address.length) {
        s->error = ECONNREFUSED;
        wake_up(s);
    }
    return NULL;
}

/* What is wrong with a connection of packets is seen before the message is looked at. */
int packet_check(struct socket *s)
{
    if (s->type != SOCK_SEQPACKET) return 0;
    return s->error ? -socket_take_error(s) : s->peer ? 0 : -ENOTCONN;
}

/* In Linux's order: it has the message before it looks for who gets it. */
static int check_unix(struct socket *s, struct message *m)
{
    u64 most = s->options[SEND_BUFFER] < RING ? s->options[SEND_BUFFER] : RING;
    int error = packet_check(s);

    if (!error && s->type == SOCK_DGRAM && m->address.length) error = unix_check(&m->address);
    if (!error && s->options[PASS_CREDENTIALS]) error = unix_bind_any(s);
    if (!error && m->io.left > most) error = -EMSGSIZE;
    if (!error && s->error) error = -socket_take_error(s);
    if (!error && s->shut & SHUT_SEND) error = -EPIPE;
    return error ? error : io_check(&m->io);
}

static struct socket *receiver_on_connection(struct socket *s, int *error)
{
    *error = s->peer->is_closed ? -EPIPE : 0;
    return *error ? NULL : socket_hold(s->peer);
}

static struct socket *receiver_of_datagram(struct socket *s, struct message *m, int *error)
{
    struct socket *receiver = NULL;

    *error = 0;
    if (m->address.length) *error = unix_find(s, &m->address, &receiver);
    else if (s->peer) receiver = socket_hold(s->peer);
    else *error = -ENOTCONN;
    if (*error) return NULL;
    if (receiver->is_closed) {
        set_peer(s, NULL);
        *error = -ECONNREFUSED;
    } else if (!accepts(receiver, s)) *error = -EPERM;
    else if (receiver->shut & SHUT_RECEIVE) *error = -EPIPE;
    if (!*error) return receiver;
    socket_release(receiver);
    return NULL;
}

static struct socket *receiver_of(struct socket *s, struct message *m, int *error)
{
    if (is_udp(s)) return receiver_of_udp(s, m, error);
    *error = check_unix(s, m);
    if (*error) return NULL;
    return s->type == SOCK_SEQPACKET ? receiver_on_connection(s, error) : receiver_of_datagram(s, m, error);
}

/* AF_UNIX waits for room; what UDP finds none for is lost. */
s64 datagram_send(struct file *f, struct message *m)
{
    struct socket *s = f->own, *receiver;
    u64 until = socket_limit(s->send_limit), size = m->io.left;
    int error;

    if (s->family == AF_NETLINK) return netlink_send(s, m);
    for (;;) {
        receiver = receiver_of(s, m, &error);
        if (!receiver) return error ? error : (s64)size;
        if (queue_has_room(&receiver->in, size) || is_udp(s)) break;
        error = socket_wait(f, receiver, m->flags, until);
        socket_release(receiver);
        if (error) return error;
    }
    if (queue_has_room(&receiver->in, size)) error = queue_put(&receiver->in, m, s, 0);
    wake_up(receiver);
    socket_release(receiver);
    return error ? error : (s64)size;
}

/* ---- Receiving ---- */

s64 datagram_receive(struct file *f, struct message *m)
{
    struct socket *s = f->own;
    u64 until = socket_limit(s->receive_limit);
    s64 got;
    int error;

    if (s->type == SOCK_SEQPACKET && !s->peer) return -ENOTCONN;
    for (;;) {
        if (s->error) return -socket_take_error(s);
        if (s->in.first) break;
        if (s->shut & SHUT_RECEIVE && (s->type == SOCK_SEQPACKET || !(f->flags & O_NONBLOCK || m->flags & MSG_DONTWAIT))) return 0;
        error = socket_wait(f, s, m->flags, until);
        if (error) return error;
    }
    got = queue_take(&s->in, m, s, 0);
    wake_up(s);
    return got;
}

/* ---- poll ---- */

int datagram_ready(struct socket *s)
{
    struct socket *peer = s->peer;
    int ready = s->error ? POLLERR : 0;

    if (s->in.first) ready |= POLLIN | POLLRDNORM;
    if (s->shut & SHUT_RECEIVE) ready |= POLLIN | POLLRDNORM | POLLRDHUP;
    if (s->shut == SHUT_BOTH || (has_connections(s) && !peer)) ready |= POLLHUP;
    if (!peer || peer->is_closed || (peer->in.records < RECORDS && RING - peer->in.ring.count >= RING / 4)) ready |= POLLOUT | POLLWRNORM;
    return ready;
}
