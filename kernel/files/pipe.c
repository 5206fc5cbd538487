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
};

void pipe_free(struct pipe *p)
{
    ring_free(&p->ring);
    release(p);
}

static s64 pipe_read(struct file *f, u64 *offset, struct io *io)
{
    struct pipe *p = f->inode->pipe;
    int error;

    (void)offset;
    while (p->ring.count == 0) {
        if (p->writers == 0) return 0;
        if (f->flags & O_NONBLOCK) return -EAGAIN;
        error = sleep_on(p, 0);
        if (error) return error;
    }
    ring_get(&p->ring, io);
    wake_up(p);
    return io->done > 0 ? (s64)io->done : -EFAULT;
}

/* Up to ATOMIC bytes go in as one piece. */
static s64 pipe_write(struct file *f, u64 *offset, struct io *io)
{
    struct pipe *p = f->inode->pipe;
    u64 needed = io->left <= ATOMIC ? io->left : 1;
    int error = 0;

    (void)offset;
    while (io->left > 0) {
        if (p->readers == 0) {
            signal_send(current, SIGPIPE, SI_USER, 0);
            error = -EPIPE;
            break;
        }
        if (RING - p->ring.count < needed) {
            if (f->flags & O_NONBLOCK) error = -EAGAIN;
            else error = sleep_on(p, 0);
            if (error) break;
            continue;
        }
        error = ring_put(&p->ring, io);
        if (error) break;
        needed = 1;
        wake_up(p);
    }
    return io->done > 0 ? (s64)io->done : error;
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
        if (RING - p->ring.count >= ATOMIC) ready |= POLLOUT | POLLWRNORM;
        if (p->readers == 0) ready |= POLLERR;
    }
    return ready;
}

static void count_ends(struct file *f, int change)
{
    int mode = f->flags & O_ACCMODE;

    struct pipe *p = f->inode->pipe;

    if (mode != O_WRONLY) p->readers += change;
    if (mode != O_RDONLY) p->writers += change;
    if (change > 0 && mode != O_WRONLY) p->reader_opens++;
    if (change > 0 && mode != O_RDONLY) p->writer_opens++;
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

const struct file_type pipe_type = { pipe_read, pipe_write, NULL, pipe_ready, pipe_close, 0 };

/* A fifo: who opens one end waits for the other. */
int pipe_open(struct file *f)
{
    int mode = f->flags & O_ACCMODE, error = 0;
    u32 readers_seen, writers_seen;
    struct pipe *p;

    if (!f->inode->pipe) f->inode->pipe = allocate(sizeof(struct pipe));
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
    return error;
}

s64 pipe_unread(struct inode *i)
{
    return i->pipe ? i->pipe->ring.count : 0;
}
