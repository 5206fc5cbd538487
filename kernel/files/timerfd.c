/* timerfd: a timer that is read. The scheduler looks at all of them when the next one is due. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"

struct timer_file {
    struct timer_file *next;          /* of all */
    int clock;
    u64 at, interval;                 /* nanoseconds since boot; 0: not set, or once */
    u64 expired;                      /* how often, since the last read */
    u64 times;                        /* somebody found that it was due, ever */
};

static struct timer_file *timer_files;

/* Whoever finds that it is due counts that and wakes all who wait: nobody else will find it again. */
static void look(struct timer_file *t, u64 now)
{
    u64 times;

    if (!t->at || t->at > now) return;
    times = 1 + (t->interval ? (now - t->at) / t->interval : 0);
    t->expired += times;
    t->times++;
    t->at = t->interval ? t->at + times * t->interval : 0;
    note_time(t->at);
    wake_up(t);
}

u64 timerfds_check(u64 now)
{
    struct timer_file *t;
    u64 next = 0;

    for (t = timer_files; t; t = t->next) {
        look(t, now);
        if (t->at && (!next || t->at < next)) next = t->at;
    }
    return next;
}

static s64 timerfd_read(struct file *f, u64 *offset, struct io *io)
{
    struct timer_file *t = f->own;
    u64 expired;
    int error;

    (void)offset;
    if (io->left < 8) return -EINVAL;
    while (look(t, arch_nanoseconds()), t->expired == 0) {
        if (f->flags & O_NONBLOCK) return -EAGAIN;
        error = sleep_on(t, 0);
        if (error) return error;
    }
    expired = t->expired;
    t->expired = 0;
    return io_put(io, &expired, 8) < 0 ? -EFAULT : 8;
}

static int timerfd_ready(struct file *f)
{
    struct timer_file *t = f->own;

    look(t, arch_nanoseconds());
    return t->expired ? POLLIN | POLLRDNORM : 0;
}

static u64 timerfd_edges(struct file *f, u32 events)
{
    (void)events;
    return ((struct timer_file *)f->own)->times;
}

static void timerfd_close(struct file *f)
{
    struct timer_file **at;

    for (at = &timer_files; *at != f->own; at = &(*at)->next)
        ;
    *at = (*at)->next;
    release(f->own);
}

static const struct file_type timerfd_type = { timerfd_read, NULL, NULL, timerfd_ready, timerfd_close, 0, 1, timerfd_edges };

static int timerfd_open(struct file *f)
{
    struct timer_file *t = allocate(sizeof *t);

    if (!t) return -ENOMEM;
    f->own = t;
    f->type = &timerfd_type;
    t->next = timer_files;
    timer_files = t;
    return 0;
}

static const struct device timerfd_device = { "anon_inode:[timerfd]", 0, &timerfd_type, timerfd_open };

int timerfd_make(int clock, int flags, struct file **made)
{
    int error = device_make(&timerfd_device, O_RDWR | flags, made);

    if (!error) ((struct timer_file *)(*made)->own)->clock = clock;
    return error;
}

int timerfd_is(struct file *f)
{
    return f->type == &timerfd_type;
}

s64 timerfd_put(struct file *f, u64 user)
{
    struct timer_file *t = f->own;

    look(t, arch_nanoseconds());
    return timer_put(user, t->at, t->interval);
}

/* As on Linux it is set even if the program cannot be told what was. */
s64 timerfd_set(struct file *f, u64 time, u64 interval, int is_absolute, u64 old)
{
    struct timer_file *t = f->own, before;

    look(t, arch_nanoseconds());
    before = *t;
    t->interval = interval;
    t->at = timer_start(t->clock, time, is_absolute);
    t->expired = 0;
    note_time(t->at);
    return old ? timer_put(old, before.at, before.interval) : 0;
}
