/* AF_UNIX streams: two ends, each with a ring of what it has to read. */
#include "base.h"
#include "memory.h"
#include "net.h"
#include "process.h"

struct stream {
    struct stream *peer;              /* not held: who closes takes himself out */
    struct ring in;
    int shut;                         /* SHUT_…: closing one end shuts both directions of the other */
    int error;                        /* reported once: the other end was closed with bytes that it had not read */
    struct peer_credentials maker;
};

enum { WRITABLE = 4096, FIONREAD = 0x541b };      /* poll says so when there is room for this much */

static void changed(struct stream *s)
{
    wake_up(s);
    if (s->peer) wake_up(s->peer);
}

s64 stream_receive(struct file *f, struct io *io, int flags)
{
    struct stream *s = f->own;
    u32 start, count;
    u64 wanted;
    int error;

    do {
        while (s->in.count == 0) {
            if (io->done > 0 && (s->shut & SHUT_RECEIVE || s->error)) return io->done;
            if (s->error) return -stream_take_error(f);
            if (s->shut & SHUT_RECEIVE) return 0;
            error = f->flags & O_NONBLOCK || flags & MSG_DONTWAIT ? -EAGAIN : sleep_on(s, 0);
            if (error) return io->done > 0 ? (s64)io->done : error;
        }
        start = s->in.start;
        count = s->in.count;
        wanted = io->left < count ? io->left : count;
        ring_get(&s->in, io);
        if (count - s->in.count < wanted) return io->done > 0 ? (s64)io->done : -EFAULT;
        if (flags & MSG_PEEK) {
            s->in.start = start;
            s->in.count = count;
            return io->done;
        }
        changed(s);
    } while (flags & MSG_WAITALL && io->left > 0);
    return io->done;
}

s64 stream_send(struct file *f, struct io *io, int flags)
{
    struct stream *s = f->own;
    int error = 0;

    while (io->left > 0 && !error) {
        if (s->shut & SHUT_SEND || !s->peer) {
            if (io->done == 0 && !(flags & MSG_NOSIGNAL)) signal_send(current, SIGPIPE, SI_USER, 0);
            error = -EPIPE;
        } else if (s->peer->in.count == RING) {
            error = f->flags & O_NONBLOCK || flags & MSG_DONTWAIT ? -EAGAIN : sleep_on(s, 0);
        } else {
            error = ring_put(&s->peer->in, io);
            changed(s);
        }
    }
    return io->done > 0 ? (s64)io->done : error;
}

void stream_shut(struct file *f, int what)
{
    struct stream *s = f->own;

    s->shut |= what;
    if (s->peer) s->peer->shut |= (what & SHUT_RECEIVE ? SHUT_SEND : 0) | (what & SHUT_SEND ? SHUT_RECEIVE : 0);
    changed(s);
}

int stream_take_error(struct file *f)
{
    struct stream *s = f->own;
    int error = s->error;

    s->error = 0;
    return error;
}

struct peer_credentials stream_peer(struct file *f)
{
    return ((struct stream *)f->own)->maker;
}

/* ---- The file ---- */

static s64 stream_read(struct file *f, u64 *offset, struct io *io)
{
    (void)offset;
    return stream_receive(f, io, 0);
}

static s64 stream_write(struct file *f, u64 *offset, struct io *io)
{
    (void)offset;
    return stream_send(f, io, 0);
}

static s64 stream_control(struct file *f, u64 request, u64 argument)
{
    struct stream *s = f->own;

    return request == FIONREAD ? copy_out(argument, &s->in.count, 4) : -ENOTTY;
}

static int stream_ready(struct file *f)
{
    struct stream *s = f->own;
    int ready = 0;

    if (s->in.count > 0 || s->shut & SHUT_RECEIVE) ready |= POLLIN | POLLRDNORM;
    if (s->shut & SHUT_RECEIVE) ready |= POLLRDHUP;
    if (s->shut == SHUT_BOTH) ready |= POLLHUP;
    if (!s->peer || RING - s->peer->in.count >= WRITABLE) ready |= POLLOUT | POLLWRNORM;
    return s->error ? ready | POLLERR : ready;
}

static void stream_close(struct file *f)
{
    struct stream *s = f->own;

    if (s->peer) {
        s->peer->shut = SHUT_BOTH;
        if (s->in.count > 0) s->peer->error = ECONNRESET;
        s->peer->peer = NULL;
        wake_up(s->peer);
    }
    ring_free(&s->in);
    quota_return(f->charged_user, RING);
    release(s);
}

static const struct file_type stream_type = { stream_read, stream_write, stream_control, stream_ready, stream_close, 0 };

/* Its user is charged for the whole ring. */
static int stream_open(struct file *f)
{
    struct stream *s;

    if (quota_take(f->charged_user, RING, QUOTA_OPEN) < 0) return -ENFILE;
    s = allocate(sizeof *s);
    if (!s) {
        quota_return(f->charged_user, RING);
        return -ENOMEM;
    }
    f->own = s;
    f->type = &stream_type;
    f->inode->mode = S_IFSOCK | 0777;
    s->maker.process = current->id;
    s->maker.user = current->who.effective_user;
    s->maker.group = current->who.effective_group;
    return 0;
}

static const struct device stream_device = { "socket", 0, &stream_type, stream_open };

int stream_pair(struct file *ends[2], int flags)
{
    struct stream *a, *b;
    int error = device_make(&stream_device, O_RDWR | flags, &ends[0]);

    if (error) return error;
    error = device_make(&stream_device, O_RDWR | flags, &ends[1]);
    if (error) {
        file_release(ends[0]);
        return error;
    }
    a = ends[0]->own;
    b = ends[1]->own;
    a->peer = b;
    b->peer = a;
    return 0;
}

int socket_is(struct file *f)
{
    return f->type == &stream_type;
}
