/* Waiting for several files: poll, select. */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"
#include "system.h"

struct pollfd {
    int fd;
    u16 events, found;
};

enum { ALWAYS = POLLERR | POLLHUP | POLLNVAL };

static int ready_now(int fd, int events)
{
    struct file *f = descriptor_file(fd);

    if (!f || f->flags & O_PATH) return POLLNVAL;
    return f->type->ready(f) & (events | ALWAYS);
}

/* `until` is in nanoseconds since boot; 0: for ever. */
static s64 poll(u64 user, u64 count, u64 until)
{
    struct pollfd p;
    int found, error;
    u64 i;

    if (count > DESCRIPTORS) return -EINVAL;
    for (;;) {
        found = 0;
        for (i = 0; i < count; i++) {
            if (copy_in(&p, user + i * sizeof p, sizeof p) < 0) return -EFAULT;
            p.found = p.fd < 0 ? 0 : ready_now(p.fd, p.events);
            if (p.found) found++;
            if (copy_out(user + i * sizeof p, &p, sizeof p) < 0) return -EFAULT;
        }
        if (found || (until && arch_nanoseconds() >= until)) return found;
        error = sleep_on(&any_change, until);
        if (error) return -ERESTART_QUIETLY;
    }
}

s64 call_poll(u64 *a)
{
    int milliseconds = a[2];

    return poll(a[0], (u32)a[1], milliseconds < 0 ? 0 : wait_end(milliseconds * 1000000UL) + (milliseconds == 0));
}

/* The time limit of ppoll and pselect6, and their mask for the time of the wait. */
static s64 read_limit(u64 user, u64 *until)
{
    u64 time;
    int error;

    *until = 0;
    if (!user) return 0;
    error = time_in(user, &time);
    if (!error) *until = wait_end(time) + 1;
    return error;
}

static s64 use_mask(u64 user)
{
    u64 mask;

    if (!user) return 0;
    if (copy_in(&mask, user, 8) < 0) return -EFAULT;
    signal_wait_mask(mask);
    return 0;
}

s64 call_ppoll(u64 *a)
{
    u64 until;
    s64 error = read_limit(a[2], &until);

    if (!error) error = use_mask(a[3]);
    return error ? error : poll(a[0], (u32)a[1], until);
}

/* ---- select: three sets of bits ---- */

enum { SETS = 3, SET_BYTES = DESCRIPTORS / 8 };

static const int wanted[SETS] = { POLLIN | POLLHUP | POLLERR, POLLOUT | POLLERR, POLLPRI };

static s64 look(u64 *users, u8 sets[SETS][SET_BYTES], int count, u8 found[SETS][SET_BYTES])
{
    int set, fd, ready, total = 0;

    clear_bytes(found, SETS * SET_BYTES);
    for (fd = 0; fd < count; fd++) {
        for (set = 0; set < SETS; set++) {
            if (!users[set] || !(sets[set][fd / 8] & 1 << fd % 8)) continue;
            if (!descriptor_file(fd)) return -EBADF;
            ready = ready_now(fd, wanted[set]);
            /* A path only is never what is waited for, so nobody may wait for it. */
            if (!(ready & (wanted[set] | POLLNVAL))) continue;
            found[set][fd / 8] |= 1 << fd % 8;
            total++;
        }
    }
    return total;
}

static s64 select(u64 *users, int count, u64 until)
{
    u8 sets[SETS][SET_BYTES], found[SETS][SET_BYTES];
    u64 size = (count + 63) / 64 * 8;
    s64 total;
    int set;

    if (count < 0) return -EINVAL;
    if (count > DESCRIPTORS) {
        count = DESCRIPTORS;
        size = SET_BYTES;
    }
    for (set = 0; set < SETS; set++)
        if (users[set] && copy_in(sets[set], users[set], size) < 0) return -EFAULT;
    for (;;) {
        total = look(users, sets, count, found);
        if (total < 0) return total;
        if (total > 0 || (until && arch_nanoseconds() >= until)) break;
        if (sleep_on(&any_change, until)) return -ERESTART_QUIETLY;
    }
    for (set = 0; set < SETS; set++)
        if (users[set] && copy_out(users[set], found[set], size) < 0) return -EFAULT;
    return total;
}

s64 call_select(u64 *a)
{
    u64 until = 0, time[2];

    if (a[4]) {
        if (copy_in(time, a[4], 16) < 0) return -EFAULT;
        if ((s64)time[0] < 0 || time[1] >= 1000000) return -EINVAL;
        until = wait_end(time_span(time[0], time[1] * 1000)) + 1;
    }
    return select(a + 1, a[0], until);
}

s64 call_pselect6(u64 *a)
{
    u64 until, mask[2];
    s64 error = read_limit(a[4], &until);

    if (!error && a[5]) {
        error = copy_in(mask, a[5], 16);
        if (!error) error = use_mask(mask[0]);
    }
    return error ? error : select(a + 1, a[0], until);
}
