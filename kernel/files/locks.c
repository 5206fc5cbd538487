/*
 * Locks of files. Those of fcntl are of ranges of bytes and belong to a process, as its table of descriptors, or with the F_OFD_
 * commands to an open file; both kinds exclude each other. Those of flock are of whole files, belong to an open file, and are a
 * world of their own. All are advice: reads and writes do not ask.
 */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"

#define TO_THE_END ((1UL << 63) - 1)

struct lock {
    struct lock *next;
    enum lock_world world;
    const void *owner;
    int process;                 /* as F_GETLK says it; -1: an open file */
    int is_exclusive;
    u64 first, last;             /* bytes */
    u32 charged_user;
};

/* Who sleeps for a lock, and for whom: a circle of them would sleep for ever. */
struct waiter {
    struct waiter *next;
    const void *owner, *blocker;
};

static struct waiter *waiters;
static const char released;      /* the channel of all who wait for any lock */

static void lock_free(struct lock *l)
{
    quota_return(l->charged_user, allocated_size(sizeof *l));
    release(l);
}

static struct lock *lock_new(const struct lock *wanted)
{
    struct lock *l;

    if (quota_take(current->who.file_user, allocated_size(sizeof *l), QUOTA_OPEN) < 0) return NULL;
    l = allocate(sizeof *l);
    if (!l) {
        quota_return(current->who.file_user, allocated_size(sizeof *l));
        return NULL;
    }
    *l = *wanted;
    l->charged_user = current->who.file_user;
    return l;
}

static int is_own(struct lock *l, const struct lock *wanted)
{
    return l->world == wanted->world && l->owner == wanted->owner;
}

/* The first by its place in the file. */
static struct lock *find_conflict(struct inode *i, const struct lock *wanted)
{
    struct lock *l, *found = NULL;

    for (l = i->locks; l; l = l->next)
        if (l->world == wanted->world && l->owner != wanted->owner && l->first <= wanted->last && l->last >= wanted->first
            && (l->is_exclusive || wanted->is_exclusive) && (!found || l->first < found->first)) found = l;
    return found;
}

/* Takes the range away from the owner's own locks; one that reaches over both ends becomes two, with the spare one. */
static void cut_out(struct inode *i, const struct lock *range, struct lock **spare)
{
    struct lock **at = &i->locks, *l;

    while ((l = *at)) {
        at = &l->next;
        if (!is_own(l, range) || l->last < range->first || l->first > range->last) continue;
        if (l->first < range->first && l->last > range->last) {
            **spare = *l;
            (*spare)->first = range->last + 1;
            l->last = range->first - 1;
            l->next = *spare;
            *spare = NULL;
            return;
        }
        if (l->first < range->first) l->last = range->first - 1;
        else if (l->last > range->last) l->first = range->last + 1;
        else {
            at = &i->locks;
            while (*at != l) at = &(*at)->next;
            *at = l->next;
            lock_free(l);
        }
    }
}

/* Neighbours of the same kind become one with the new lock. */
static void absorb(struct inode *i, struct lock *new)
{
    struct lock **at = &i->locks, *l;

    while ((l = *at)) {
        if (is_own(l, new) && l->is_exclusive == new->is_exclusive && l->first <= add_at_most(new->last, 1, ~0UL)
            && add_at_most(l->last, 1, ~0UL) >= new->first) {
            if (l->first < new->first) new->first = l->first;
            if (l->last > new->last) new->last = l->last;
            *at = l->next;
            lock_free(l);
        } else {
            at = &l->next;
        }
    }
}

/* Memory first: what follows cannot fail. */
static int change(struct inode *i, const struct lock *wanted, int unlocks)
{
    struct lock *new = unlocks ? NULL : lock_new(wanted), *spare = lock_new(wanted);

    if (!spare || (!unlocks && !new)) {
        if (new) lock_free(new);
        if (spare) lock_free(spare);
        return -ENOLCK;
    }
    if (new) absorb(i, new);
    cut_out(i, wanted, &spare);
    if (spare) lock_free(spare);
    if (new) {
        new->next = i->locks;
        i->locks = new;
    }
    wake_up(&released);
    return 0;
}

static int is_circle(const void *blocker, const void *owner)
{
    struct waiter *w = waiters;
    int steps = 0;

    while (w && steps < PROCESSES) {
        if (w->owner != blocker) {
            w = w->next;
            continue;
        }
        if (w->blocker == owner) return 1;
        blocker = w->blocker;
        w = waiters;
        steps++;
    }
    return 0;
}

/* Sleeps until some lock is released. */
static int wait_for(const void *blocker, const struct lock *wanted)
{
    struct waiter self, **at;
    int error;

    if (wanted->process > 0 && is_circle(blocker, wanted->owner)) return -EDEADLK;
    self.owner = wanted->owner;
    self.blocker = blocker;
    self.next = waiters;
    waiters = &self;
    error = sleep_on(&released, 0);
    for (at = &waiters; *at != &self; at = &(*at)->next)
        ;
    *at = self.next;
    return error;
}

static int set(struct inode *i, const struct lock *wanted, int unlocks, int waits)
{
    struct lock *conflict;
    int error = 0;

    while (!error && !unlocks && (conflict = find_conflict(i, wanted)))
        error = waits ? wait_for(conflict->owner, wanted) : -EAGAIN;
    return error ? error : change(i, wanted, unlocks);
}

/* ---- What ends them ---- */

void locks_end(struct inode *i, const void *owner)
{
    struct lock **at = &i->locks, *l;
    int any = 0;

    while ((l = *at)) {
        if (l->owner != owner) {
            at = &l->next;
            continue;
        }
        *at = l->next;
        lock_free(l);
        any = 1;
    }
    if (any) wake_up(&released);
}

/* ---- fcntl ---- */

struct flock {
    u16 type, whence;
    u32 pad;
    s64 start, length;
    int process, pad_end;
};

enum { F_RDLCK, F_WRLCK, F_UNLCK };

static s64 read_range(struct file *f, const struct flock *from, struct lock *to)
{
    s64 base = from->whence == SEEK_CUR ? (s64)f->offset : from->whence == SEEK_END ? (s64)f->inode->size : 0;
    u64 start;

    if (from->whence > SEEK_END) return -EINVAL;
    if (from->start > 0 && base > (s64)TO_THE_END - from->start) return -EOVERFLOW;
    if (base + from->start < 0) return -EINVAL;
    start = base + from->start;
    to->first = start;
    to->last = TO_THE_END;
    if (from->length > 0) {
        if (start > TO_THE_END - (u64)(from->length - 1)) return -EOVERFLOW;
        to->last = start + (from->length - 1);
    } else if (from->length < 0) {
        if (start < 0 - (u64)from->length) return -EINVAL;
        to->first = start - (0 - (u64)from->length);
        to->last = start - 1;
    }
    return 0;
}

s64 locks_control(struct file *f, int command, u64 user)
{
    int of_file = command >= F_OFD_GETLK, asks = command == F_GETLK || command == F_OFD_GETLK, mode = f->flags & O_ACCMODE;
    struct lock wanted, *found;
    struct flock l;
    s64 error;

    if (f->flags & O_PATH) return -EBADF;
    if (copy_in(&l, user, sizeof l) < 0) return -EFAULT;
    if (l.type > F_UNLCK || (asks && l.type == F_UNLCK && !of_file)) return -EINVAL;
    if (of_file && l.process != 0) return -EINVAL;
    wanted.world = LOCKS_OF_RANGES;
    wanted.owner = of_file ? (void *)f : (void *)current->files;
    wanted.process = of_file ? -1 : current->id;
    wanted.is_exclusive = l.type == F_WRLCK;
    wanted.next = NULL;
    error = read_range(f, &l, &wanted);
    if (error) return error;
    if (!asks) {
        if ((l.type == F_RDLCK && mode == O_WRONLY) || (l.type == F_WRLCK && mode == O_RDONLY)) return -EBADF;
        return set(f->inode, &wanted, l.type == F_UNLCK, command == F_SETLKW || command == F_OFD_SETLKW);
    }
    found = l.type == F_UNLCK ? NULL : find_conflict(f->inode, &wanted);
    if (!found) l.type = F_UNLCK;
    else {
        l.type = found->is_exclusive ? F_WRLCK : F_RDLCK;
        l.whence = SEEK_SET;
        l.start = found->first;
        l.length = found->last == TO_THE_END ? 0 : found->last - found->first + 1;
        l.process = found->process;
    }
    return copy_out(user, &l, sizeof l);
}

/* ---- flock ---- */

enum { LOCK_SH = 1, LOCK_EX = 2, LOCK_NB = 4, LOCK_UN = 8 };

/* Changing the kind gives up the old lock first, as on Linux: another may come between. */
s64 locks_flock(struct file *f, int operation)
{
    int kind = operation & ~LOCK_NB;
    struct lock wanted;

    if (f->flags & O_PATH) return -EBADF;
    if (kind != LOCK_SH && kind != LOCK_EX && kind != LOCK_UN) return -EINVAL;
    clear_bytes(&wanted, sizeof wanted);
    wanted.world = LOCKS_OF_FILES;
    wanted.owner = f;
    wanted.process = -1;
    wanted.is_exclusive = kind == LOCK_EX;
    wanted.last = TO_THE_END;
    if (kind != LOCK_UN && find_conflict(f->inode, &wanted)) {
        s64 error = change(f->inode, &wanted, 1);

        if (error) return error;
    }
    return set(f->inode, &wanted, kind == LOCK_UN, !(operation & LOCK_NB));
}
