/* epoll_create, epoll_ctl, epoll_wait; the lists are files/epoll.c's. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"
#include "system.h"

enum { CTL_ADD = 1, CTL_DEL, CTL_MOD };
enum { MOST_EVENTS = 0x7fffffff / 16 };

/* A struct epoll_event in words: the events, and the data's two, which amd64 packs. */
enum { EVENT_WORDS = EPOLL_DATA_WORD + 2 };

static s64 create(int close_on_exec)
{
    struct file *f;
    int error = epoll_make(&f);

    return error ? error : descriptor_add(f, 0, close_on_exec);
}

s64 call_epoll_create(u64 *a)
{
    return (int)a[0] <= 0 ? -EINVAL : create(0);
}

s64 call_epoll_create1(u64 *a)
{
    return (u32)a[0] & ~(u32)O_CLOEXEC ? -EINVAL : create((a[0] & O_CLOEXEC) != 0);
}

/* What is always ready cannot be watched. */
static int is_watchable(struct file *f)
{
    return f->type->ready != always_ready;
}

s64 call_epoll_ctl(u64 *a)
{
    struct file *f = descriptor_file(a[0]), *watched = descriptor_file(a[2]);
    u32 words[EVENT_WORDS];
    u64 data;

    if ((int)a[1] != CTL_DEL && copy_in(words, a[3], sizeof words) < 0) return -EFAULT;
    if (!f || !watched || (f->flags | watched->flags) & O_PATH) return -EBADF;
    if (!is_watchable(watched)) return -EPERM;
    if (!f->epoll || f == watched) return -EINVAL;
    if ((int)a[1] == CTL_DEL) return epoll_remove(f, a[2], watched);
    data = words[EPOLL_DATA_WORD] | (u64)words[EPOLL_DATA_WORD + 1] << 32;
    if ((int)a[1] == CTL_ADD) return epoll_add(f, a[2], watched, words[0], data);
    return (int)a[1] == CTL_MOD ? epoll_change(f, a[2], watched, words[0], data) : -EINVAL;
}

static s64 report_ready(struct file *f, u64 user, u64 most)
{
    struct epoll_report r;
    u32 words[EVENT_WORDS];
    u64 count, left = epoll_size(f);

    for (count = 0; count < most && epoll_next(f, &left, &r); count++) {
        clear_bytes(words, sizeof words);
        words[0] = r.events;
        words[EPOLL_DATA_WORD] = r.data;
        words[EPOLL_DATA_WORD + 1] = r.data >> 32;
        if (copy_out(user + count * sizeof words, words, sizeof words) < 0) return count ? (s64)count : -EFAULT;
    }
    return count;
}

/* `until` is in nanoseconds since boot; 0: for ever. */
static s64 wait(int fd, u64 user, int most, u64 until)
{
    struct file *f;
    s64 result;

    if (most <= 0 || most > MOST_EVENTS) return -EINVAL;
    if (!range_fits(user, (u64)most * EVENT_WORDS * 4, 0, USER_TOP)) return -EFAULT;
    f = descriptor_hold(fd);
    if (!f) return -EBADF;
    result = f->epoll ? report_ready(f, user, most) : f->flags & O_PATH ? -EBADF : -EINVAL;
    while (result == 0 && !(until && arch_nanoseconds() >= until)) {
        if (sleep_on(&any_change, until)) result = -EINTR;
        else result = report_ready(f, user, most);
    }
    file_release(f);
    return result;
}

static u64 limit(int milliseconds)
{
    return milliseconds < 0 ? 0 : wait_end(milliseconds * 1000000UL) + 1;
}

s64 call_epoll_wait(u64 *a)
{
    return wait(a[0], a[1], a[2], limit(a[3]));
}

static s64 wait_with_mask(u64 *a, u64 until)
{
    u64 mask;

    if (a[4]) {
        if (a[5] != 8) return -EINVAL;
        if (copy_in(&mask, a[4], 8) < 0) return -EFAULT;
        signal_wait_mask(mask);
    }
    return wait(a[0], a[1], a[2], until);
}

s64 call_epoll_pwait(u64 *a)
{
    return wait_with_mask(a, limit(a[3]));
}

/* The same with a struct timespec. */
s64 call_epoll_pwait2(u64 *a)
{
    u64 time;
    int error = a[3] ? time_in(a[3], &time) : 0;

    return error ? error : wait_with_mask(a, a[3] ? wait_end(time) + 1 : 0);
}
