/* Pipes, with a name in the tree or without: a ring of pages between readers and writers. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"

enum { ATOMIC = 4096 };

struct pipe {
    struct ring ring;
    int readers, writers;
    u32 reader_opens, writer_opens;   /* ever: who waits for the other end must not miss one that came and went */
    u64 fillings, emptyings;          /* writes; reads that made room where there was too little for a writer that polls */
    u32 charged_user;                 /* for all the room there is */
    int is_claimed;                   /* somebody is in the middle of moving bytes (splice): nobody else reads or writes */
};

/* ---- Room: all of it is charged, used or not. Who has too many pipes gets small ones, as on Linux, and at last none. ---- */

enum { SMALL = 2 * 4096, SIZE_MAX = 1 << 20 };

static struct pipe *pipe_new(void)
{
    struct pipe *p = allocate(sizeof *p);
    u32 size = RING;

    if (!p) return NULL;
    p->charged_user = current->who.file_user;
    if (quota_take(p->charged_user, size, QUOTA_OPEN) < 0 && quota_take(p->charged_user, size = SMALL, QUOTA_OPEN) < 0) {
        release(p);
        return NULL;
    }
    p->ring.size = size;
    return p;
}

void pipe_free(struct pipe *p)
{
    quota_return(p->charged_user, p->ring.size);
    ring_free(&p->ring);
    release(p);
}

static u32 room(struct pipe *p)
{
    return p->ring.size - p->ring.count;
}

s64 pipe_size(struct inode *i)
{
    return i->pipe->ring.size;
}

/* A power of two, at least a page. */
s64 pipe_resize(struct inode *i, u32 wanted)
{
    struct pipe *p = i->pipe;
    u32 size = PAGE_SIZE, before = p->ring.size;
    s64 error;

    if (wanted > 1u << 31) return -EINVAL;
    while (size < wanted) size <<= 1;
    if (size > before && size > SIZE_MAX && !may(CAP_SYS_RESOURCE)) return -EPERM;
    if (size > RING_MAX) return -ENOMEM;
    if (size > before && quota_take(p->charged_user, size - before, QUOTA_OPEN) < 0) return -EPERM;
    error = p->is_claimed ? -EBUSY : ring_resize(&p->ring, size);
    if (error && size > before) quota_return(p->charged_user, size - before);
    if (error) return error;
    if (size < before) quota_return(p->charged_user, before - size);
    p->emptyings++;
    wake_up(p);
    return size;
}

/* ---- Reading and writing ---- */

static void note_bytes(struct pipe *p)
{
    p->fillings++;
    wake_up(p);
}

/* `before`: the room there was. */
static void note_room(struct pipe *p, u32 before)
{
    if (before < ATOMIC && room(p) >= ATOMIC) p->emptyings++;
    wake_up(p);
}

/* Until there are bytes, and nobody else is taking them. 1; 0: there will be none; -EAGAIN, -ERESTART. */
static s64 wait_bytes(struct pipe *p, int waits)
{
    int error;

    while (p->ring.count == 0 || p->is_claimed) {
        if (!p->is_claimed && p->writers == 0) return 0;
        if (!p->is_claimed && !waits) return -EAGAIN;
        error = sleep_on(p, 0);
        if (error) return error;
    }
    return 1;
}

/* Until there is so much room, and nobody else is using it. 1; -EPIPE, -EAGAIN, -ERESTART. */
static s64 wait_room(struct pipe *p, u64 needed, int waits)
{
    int error;

    for (;;) {
        if (p->readers == 0) {
            signal_send(current, SIGPIPE, SI_USER, 0);
            return -EPIPE;
        }
        if (room(p) >= needed && !p->is_claimed) return 1;
        if (!waits && !p->is_claimed) return -EAGAIN;
        error = sleep_on(p, 0);
        if (error) return error;
    }
}

static s64 pipe_read(struct file *f, u64 *offset, struct io *io)
{
    struct pipe *p = f->inode->pipe;
    s64 found = wait_bytes(p, !(f->flags & O_NONBLOCK));
    u32 before;

    (void)offset;
    if (found <= 0) return found;
    before = room(p);
    ring_get(&p->ring, io);
    note_room(p, before);
    return io->done > 0 ? (s64)io->done : -EFAULT;
}

/* Up to ATOMIC bytes go in as one piece; in a smaller pipe, as many as it can hold. */
static s64 pipe_write(struct file *f, u64 *offset, struct io *io)
{
    struct pipe *p = f->inode->pipe;
    u64 needed = io->left <= ATOMIC ? io->left : 1;
    s64 error = 0;

    (void)offset;
    while (io->left > 0) {
        error = wait_room(p, needed, !(f->flags & O_NONBLOCK));
        if (error < 0) break;
        error = ring_put(&p->ring, io);
        if (error) break;
        needed = 1;
        note_bytes(p);
    }
    return io->done > 0 ? (s64)io->done : error;
}

/* ---- Pieces for splice, tee and vmsplice ---- */

s64 pipe_wait_bytes(struct file *f, int waits)
{
    return wait_bytes(f->inode->pipe, waits);
}

s64 pipe_wait_room(struct file *f, int waits)
{
    return wait_room(f->inode->pipe, 1, waits);
}

int pipe_has_bytes(struct file *f)
{
    return f->inode->pipe->ring.count > 0 && !f->inode->pipe->is_claimed;
}

u64 pipe_room(struct inode *i)
{
    return room(i->pipe);
}

void pipe_claim(struct inode *i, int on)
{
    i->pipe->is_claimed = on;
    if (!on) wake_up(i->pipe);
}

u64 pipe_peek(struct inode *i, void *to, u64 size)
{
    struct ring copy = i->pipe->ring;
    struct io io;

    io_kernel(&io, to, size);
    ring_get(&copy, &io);
    return io.done;
}

void pipe_skip(struct inode *i, u64 size)
{
    u32 before = room(i->pipe);

    ring_skip(&i->pipe->ring, size);
    note_room(i->pipe, before);
}

int pipe_fill(struct inode *i, struct io *io)
{
    int error = 0;

    while (!error && io->left > 0 && room(i->pipe) > 0) error = ring_put(&i->pipe->ring, io);
    note_bytes(i->pipe);
    return error;
}

void pipe_drain(struct inode *i, struct io *io)
{
    u32 before = room(i->pipe);

    ring_get(&i->pipe->ring, io);
    note_room(i->pipe, before);
}

/* As much as there is, and room for. */
s64 pipe_pass(struct inode *from, struct inode *to, u64 size, int keeps)
{
    struct ring rest = from->pipe->ring;
    u8 *buffer = allocate(PAGE_SIZE);
    u64 total = 0, piece;
    struct io io;

    if (!buffer) return -ENOMEM;
    if (size > room(to->pipe)) size = room(to->pipe);
    while (total < size && rest.count > 0) {
        piece = size - total < PAGE_SIZE ? size - total : PAGE_SIZE;
        io_kernel(&io, buffer, piece);
        ring_get(&rest, &io);
        piece = io.done;
        io_kernel(&io, buffer, piece);
        pipe_fill(to, &io);
        total += io.done;
        if (io.left > 0) break;
    }
    release(buffer);
    if (!keeps) pipe_skip(from, total);
    return total > 0 ? (s64)total : -ENOMEM;
}

static int pipe_ready(struct file *f)
{
    struct pipe *p = f->inode->pipe;
    int mode = f->flags & O_ACCMODE, ready = 0;

    if (mode != O_WRONLY) {
        if (p->ring.count > 0) ready |= POLLIN | POLLRDNORM;
        /* Nobody hung up on who came before the first writer. Where a pipe's file stands says which writers it has seen. */
        if (p->writers == 0 && p->writer_opens != f->offset) ready |= POLLHUP;
    }
    if (mode != O_RDONLY) {
        if (room(p) >= ATOMIC) ready |= POLLOUT | POLLWRNORM;
        if (p->readers == 0) ready |= POLLERR;
    }
    return ready;
}

static u64 pipe_edges(struct file *f, u32 events)
{
    struct pipe *p = f->inode->pipe;
    int mode = f->flags & O_ACCMODE;

    (void)events;
    return (mode != O_WRONLY ? p->fillings : 0) + (mode != O_RDONLY ? p->emptyings : 0);
}

static void count_ends(struct file *f, int change)
{
    int mode = f->flags & O_ACCMODE;

    struct pipe *p = f->inode->pipe;

    if (mode != O_WRONLY) p->readers += change;
    if (mode != O_RDONLY) p->writers += change;
    if (change > 0 && mode != O_WRONLY) p->reader_opens++;
    if (change > 0 && mode != O_RDONLY) p->writer_opens++;
    /* The end of the last one on the other side is something new. */
    if (change < 0 && p->writers == 0) p->fillings++;
    if (change < 0 && p->readers == 0) p->emptyings++;
    wake_up(p);
}

static void pipe_close(struct file *f)
{
    struct pipe *p = f->inode->pipe;

    count_ends(f, -1);
    if (p->readers || p->writers) return;
    f->inode->pipe = NULL;
    pipe_free(p);
}

const struct file_type pipe_type = { pipe_read, pipe_write, NULL, pipe_ready, pipe_close, 0, 0, pipe_edges };

/* A fifo: who opens one end waits for the other. */
int pipe_open(struct file *f)
{
    int mode = f->flags & O_ACCMODE, error = 0;
    u32 readers_seen, writers_seen;
    struct pipe *p;

    if (!f->inode->pipe) f->inode->pipe = pipe_new();
    p = f->inode->pipe;
    if (!p) return -ENOMEM;
    f->type = &pipe_type;
    f->offset = p->writer_opens;
    count_ends(f, 1);
    if (f->inode->is_anonymous) return 0;
    readers_seen = p->reader_opens;
    writers_seen = p->writer_opens;
    if (f->flags & O_NONBLOCK) {
        if (mode == O_WRONLY && p->readers == 0) error = -ENXIO;
    } else {
        while (!error && mode == O_RDONLY && p->writers == 0 && p->writer_opens == writers_seen) error = sleep_on(p, 0);
        while (!error && mode == O_WRONLY && p->readers == 0 && p->reader_opens == readers_seen) error = sleep_on(p, 0);
    }
    if (error) pipe_close(f);
    return error;
}

int pipe_make(struct file *ends[2], int flags)
{
    struct inode *i = inode_new(S_IFIFO | 0600);
    int error = -ENFILE;

    if (!i) return -ENFILE;
    i->is_anonymous = 1;
    error = file_open(i, O_RDONLY | (flags & O_NONBLOCK), &ends[0]);
    if (!error) {
        error = file_open(i, O_WRONLY | (flags & O_NONBLOCK), &ends[1]);
        if (error) file_release(ends[0]);
    }
    inode_release(i);
    return error == -ENOMEM ? -ENFILE : error;
}

s64 pipe_unread(struct inode *i)
{
    return i->pipe ? i->pipe->ring.count : 0;
}
