/*
 * What was sent and not received yet: the bytes in a ring, and a record for each message. In a stream what one sender
 * sends in a row is one record, as long as no descriptors come with it.
 */
#include "base.h"
#include "memory.h"
#include "net.h"

static int is_same_sender(struct record *r, struct message *m)
{
    return r->who.process == m->who.process && r->who.user == m->who.user && r->who.group == m->who.group;
}

static struct record *record_new(struct message *m, struct socket *from)
{
    struct record *r = allocate(sizeof *r);

    if (!r) return NULL;
    r->who = m->who;
    r->name = from->name;
    if (r->name) r->name->holders++;
    r->from = m->from;
    return r;
}

static void record_free(struct record *r)
{
    name_release(r->name);
    release(r);
}

static void append(struct queue *q, struct record *r, struct message *m)
{
    if (q->last) q->last->next = r;
    else q->first = r;
    q->last = r;
    q->records++;
    if (!m->rights) return;
    r->rights = m->rights;
    r->is_sealed = 1;
    m->rights = NULL;
    rights_depart(r->rights);
}

static void remove_first(struct queue *q)
{
    struct record *r = q->first;

    q->first = r->next;
    if (!q->first) q->last = NULL;
    q->records--;
    if (r->rights) {
        rights_arrive(r->rights);
        rights_release(r->rights);
    }
    record_free(r);
}

/* A message whole, or of a stream as much as the ring takes in one piece. The caller knows that there is room. */
int queue_put(struct queue *q, struct message *m, struct socket *from, int is_stream)
{
    int joins = is_stream && q->last && !q->last->is_sealed && !m->rights && is_same_sender(q->last, m);
    struct record *r = joins ? q->last : record_new(m, from);
    u32 before = q->ring.count;
    int error = r ? 0 : -ENOBUFS;

    if (error) return error;
    do {
        if (m->io.left > 0) error = ring_put(&q->ring, &m->io);
    } while (!error && !is_stream && m->io.left > 0);
    if (error) {
        q->ring.count = before;
        if (!joins) record_free(r);
        return error == -ENOMEM ? -ENOBUFS : error;
    }
    r->length += q->ring.count - before;
    if (!joins) append(q, r, m);
    return 0;
}

/* Who sent it, and what came with it. */
static void tell(struct record *r, struct message *m, struct socket *to)
{
    m->who = r->who;
    m->address.length = 0;
    if (to->family == AF_NETLINK) {
        netlink_format(0, &m->address);
    } else if (to->family != AF_UNIX) {
        if (to->type == SOCK_DGRAM) inet_format(to, &r->from, &m->address);
    } else if (r->name->length) {
        name_get(r->name, &m->address);
    }
    if (!r->rights) return;
    if (m->flags & MSG_PEEK) {
        m->rights = rights_copy(r->rights);
        return;
    }
    rights_arrive(r->rights);
    m->rights = r->rights;
    r->rights = NULL;
}

/* What fits of a record that begins where the ring does; how much that was, or -EFAULT: not all of it, though there was room. */
static s64 copy_record(struct queue *q, struct record *r, struct message *m, struct socket *to)
{
    u32 count = q->ring.count;
    u64 left = m->io.left, wanted = left < r->length ? left : r->length, got;

    m->io.left = wanted;
    ring_get(&q->ring, &m->io);
    got = count - q->ring.count;
    m->io.left = left - got;
    if (got < wanted) return -EFAULT;
    tell(r, m, to);
    return got;
}

/* A message is gone even if it did not fit; of a stream only what was read. */
static s64 take(struct queue *q, struct message *m, struct socket *to, int is_stream)
{
    struct record *r = q->first;
    u32 count = q->ring.count, length = r->length;
    s64 result = copy_record(q, r, m, to);
    u32 got = count - q->ring.count;

    if (!is_stream && length > got) m->found |= MSG_TRUNC;
    if (!is_stream) ring_skip(&q->ring, length - got);
    r->length -= is_stream ? got : length;
    if (r->length == 0) remove_first(q);
    if (is_stream) return got ? got : result;
    return result >= 0 && m->flags & MSG_TRUNC ? length : result;
}

/* The same, and everything stays where it is. A look at a stream goes on behind a record, up to one with descriptors. */
static s64 look(struct queue *q, struct message *m, struct socket *to, int is_stream)
{
    u32 start = q->ring.start, count = q->ring.count, length = q->first->length;
    struct record *r = q->first;
    s64 result;

    do {
        result = copy_record(q, r, m, to);
        r = r->next;
    } while (is_stream && result >= 0 && r && m->io.left > 0 && !m->rights && !(to->options[PASS_CREDENTIALS] && !is_same_sender(r, m)));
    if (!is_stream && length > count - q->ring.count) m->found |= MSG_TRUNC;
    q->ring.start = start;
    q->ring.count = count;
    if (is_stream) return m->io.done > 0 ? (s64)m->io.done : result;
    return result >= 0 && m->flags & MSG_TRUNC ? length : result;
}

s64 queue_take(struct queue *q, struct message *m, struct socket *to, int is_stream)
{
    return m->flags & MSG_PEEK ? look(q, m, to, is_stream) : take(q, m, to, is_stream);
}

int queue_has_room(struct queue *q, u64 size)
{
    return q->records < RECORDS && size <= RING - q->ring.count;
}

void queue_free(struct queue *q)
{
    while (q->first) remove_first(q);
    ring_free(&q->ring);
    clear_bytes(&q->ring, sizeof q->ring);
}
