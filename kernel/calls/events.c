/* eventfd, signalfd, timerfd_create and its relatives; what they make is in the files of these names in files/. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"
#include "system.h"

enum { EFD_SEMAPHORE = 1, TFD_TIMER_ABSTIME = 1, TFD_TIMER_CANCEL_ON_SET = 2 };

static s64 give(int error, struct file *f, int flags)
{
    return error ? error : descriptor_add(f, 0, (flags & O_CLOEXEC) != 0);
}

static s64 make_eventfd(u32 count, u32 flags)
{
    struct file *f = NULL;

    if (flags & ~(u32)(EFD_SEMAPHORE | O_NONBLOCK | O_CLOEXEC)) return -EINVAL;
    return give(eventfd_make(count, flags & EFD_SEMAPHORE, flags & O_NONBLOCK, &f), f, flags);
}

s64 call_eventfd(u64 *a)
{
    return make_eventfd(a[0], 0);
}

s64 call_eventfd2(u64 *a)
{
    return make_eventfd(a[0], a[1]);
}

s64 call_timerfd_create(u64 *a)
{
    struct file *f = NULL;
    u32 flags = a[1];

    if (flags & ~(u32)(O_NONBLOCK | O_CLOEXEC) || !timer_clock_exists(a[0])) return -EINVAL;
    return give(timerfd_make(a[0], flags & O_NONBLOCK, &f), f, flags);
}

/* 0, or why this descriptor is none of a timer. */
static s64 find_timer(int fd, struct file **f)
{
    *f = descriptor_file(fd);
    if (!*f || (*f)->flags & O_PATH) return -EBADF;
    return timerfd_is(*f) ? 0 : -EINVAL;
}

s64 call_timerfd_settime(u64 *a)
{
    struct file *f;
    u64 interval, time;
    u32 flags = a[1];
    s64 error;

    error = time_in(a[2], &interval);
    if (!error) error = time_in(a[2] + 16, &time);
    if (!error && flags & ~(u32)(TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET)) error = -EINVAL;
    if (!error) error = find_timer(a[0], &f);
    return error ? error : timerfd_set(f, time, interval, flags & TFD_TIMER_ABSTIME, a[3]);
}

s64 call_timerfd_gettime(u64 *a)
{
    struct file *f;
    s64 error = find_timer(a[0], &f);

    return error ? error : timerfd_put(f, a[1]);
}

/* A new one, or another set for an old one. */
static s64 make_signalfd(int fd, u64 user, u64 size, u32 flags)
{
    struct file *f = NULL;
    u64 set;
    int error;

    if (size != 8) return -EINVAL;
    if (copy_in(&set, user, 8) < 0) return -EFAULT;
    if (flags & ~(u32)(O_NONBLOCK | O_CLOEXEC)) return -EINVAL;
    if (fd != -1) {
        f = descriptor_file(fd);
        if (!f || f->flags & O_PATH) return -EBADF;
        if (!signalfd_is(f)) return -EINVAL;
        signalfd_set(f, set);
        return fd;
    }
    error = signalfd_make(flags & O_NONBLOCK, &f);
    if (!error) signalfd_set(f, set);
    return give(error, f, flags);
}

s64 call_signalfd(u64 *a)
{
    return make_signalfd(a[0], a[1], a[2], 0);
}

s64 call_signalfd4(u64 *a)
{
    return make_signalfd(a[0], a[1], a[2], a[3]);
}
