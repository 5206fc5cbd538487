/* eventfd: a number that writes add to, and that a read takes away, or takes one of. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"

struct counter {
    u64 count;                        /* at most MOST */
    int is_semaphore;                 /* a read takes 1 */
    u64 writes, reads;                /* so far: edges for who waits for the other */
};

#define MOST (~0UL - 1)

static s64 eventfd_read(struct file *f, u64 *offset, struct io *io)
{
    struct counter *c = f->own;
    u64 taken;
    int error;

    (void)offset;
    if (io->left < 8) return -EINVAL;
    while (c->count == 0) {
        if (f->flags & O_NONBLOCK) return -EAGAIN;
        error = sleep_on(c, 0);
        if (error) return error;
    }
    taken = c->is_semaphore ? 1 : c->count;
    c->count -= taken;
    c->reads++;
    wake_up(c);
    return io_put(io, &taken, 8) < 0 ? -EFAULT : 8;
}

static s64 eventfd_write(struct file *f, u64 *offset, struct io *io)
{
    struct counter *c = f->own;
    u64 more;
    int error;

    (void)offset;
    if (io->left < 8) return -EINVAL;
    if (io_get(io, &more, 8) < 0) return -EFAULT;
    if (more > MOST) return -EINVAL;
    while (more > MOST - c->count) {
        if (f->flags & O_NONBLOCK) return -EAGAIN;
        error = sleep_on(c, 0);
        if (error) return error;
    }
    c->count += more;
    if (more) {
        c->writes++;
        wake_up(c);
    }
    return 8;
}

static int eventfd_ready(struct file *f)
{
    struct counter *c = f->own;

    return (c->count > 0 ? POLLIN | POLLRDNORM : 0) | (c->count < MOST ? POLLOUT | POLLWRNORM : 0);
}

static u64 eventfd_edges(struct file *f, u32 events)
{
    struct counter *c = f->own;

    return (events & POLLIN ? c->writes : 0) + (events & POLLOUT ? c->reads : 0);
}

static void eventfd_close(struct file *f)
{
    release(f->own);
}

static const struct file_type eventfd_type = { eventfd_read, eventfd_write, NULL, eventfd_ready, eventfd_close, 0, 1, eventfd_edges };

static int eventfd_open(struct file *f)
{
    f->own = allocate(sizeof(struct counter));
    f->type = &eventfd_type;
    return f->own ? 0 : -ENOMEM;
}

static const struct device eventfd_device = { "anon_inode:[eventfd]", 0, &eventfd_type, eventfd_open };

int eventfd_make(u64 count, int is_semaphore, int flags, struct file **made)
{
    int error = device_make(&eventfd_device, O_RDWR | flags, made);
    struct counter *c;

    if (error) return error;
    c = (*made)->own;
    c->count = count;
    c->is_semaphore = is_semaphore;
    return 0;
}
