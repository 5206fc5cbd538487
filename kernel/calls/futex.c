/*
 * Futexes: a thread sleeps as long as a word of its memory has a value, until another one says that it changed. The kernel
 * keeps no more than who sleeps; and since it is not interrupted, nothing comes between a look at the word and the sleep.
 */
#include "base.h"
#include "files.h"
#include "memory.h"
#include "process.h"
#include "system.h"

enum {
    FUTEX_WAIT, FUTEX_WAKE, FUTEX_FD, FUTEX_REQUEUE, FUTEX_CMP_REQUEUE, FUTEX_WAKE_OP, FUTEX_WAIT_BITSET = 9, FUTEX_WAKE_BITSET,
    FUTEX_PRIVATE_FLAG = 128, FUTEX_CLOCK_REALTIME = 256
};

#define ANY_BIT 0xffffffffu

/* Which word: of a process's private memory by its address, of shared memory by where it lies. */
enum word_kind { PRIVATE, NOT_SAID, SHARED };

struct word {
    enum word_kind kind;
    void *owner;           /* the memory, or the file, which who waits holds */
    u64 place;                   /* the address there */
};

/* Who waits; it lies on the waiting thread's stack. */
struct waiter {
    struct waiter *next, *previous;
    struct thread *thread;
    struct word word;
    u32 bits;
    int is_woken;
};

enum { LISTS = 64 };

static struct waiters {
    struct waiter *first, *last;
} lists[LISTS];

static struct waiters *list_of(struct word *w)
{
    return &lists[(w->place >> 2 ^ w->place >> 12 ^ (u64)w->owner >> 6) % LISTS];
}

static void enter(struct waiter *w)
{
    struct waiters *list = list_of(&w->word);

    if (w->word.kind == SHARED) inode_hold((struct inode *)w->word.owner);
    w->next = NULL;
    w->previous = list->last;
    if (list->last) list->last->next = w;
    else list->first = w;
    list->last = w;
}

static void leave(struct waiter *w)
{
    struct waiters *list = list_of(&w->word);

    if (w->previous) w->previous->next = w->next;
    else list->first = w->next;
    if (w->next) w->next->previous = w->previous;
    else list->last = w->previous;
    if (w->word.kind == SHARED) inode_release((struct inode *)w->word.owner);
}

/* 0, -EINVAL, -EFAULT. Only shared memory is looked at, so a bad address can be waited for by nobody, but woken. */
static int find_word(u64 address, int is_private, struct word *w)
{
    struct area *a;

    if (address & 3) return -EINVAL;
    if (address >= USER_TOP) return -EFAULT;
    w->kind = is_private ? PRIVATE : NOT_SAID;
    w->owner = current->space;
    w->place = address;
    if (is_private) return 0;
    if (!space_pointer(current->space, address, PAGE_READ)) return -EFAULT;
    a = space_area(current->space, address);
    if (!(a->kind & AREA_SHARED)) return 0;
    w->kind = SHARED;
    w->owner = a->file;
    w->place = a->offset + (address - a->start);
    return 0;
}

static int is_for(struct waiter *w, struct word *word)
{
    return w->word.kind == word->kind && w->word.owner == word->owner && w->word.place == word->place;
}

/* ---- Waiting ---- */

/* `until` is in nanoseconds since boot; 0: for ever. */
static s64 wait(u64 address, int is_private, u32 expected, u32 bits, u64 until)
{
    struct waiter w;
    u32 value;
    int error;

    if (!bits) return -EINVAL;
    error = find_word(address, is_private, &w.word);
    if (error) return error;
    if (copy_in(&value, address, 4) < 0) return -EFAULT;
    if (value != expected) return -EAGAIN;
    w.thread = current_thread;
    w.bits = bits;
    w.is_woken = 0;
    enter(&w);
    while (!w.is_woken && !error && !(until && arch_nanoseconds() >= until)) error = sleep_on(&w, until);
    if (w.is_woken) return 0;
    leave(&w);
    if (error) return until ? -ERESTART_QUIETLY : -ERESTART;
    return -ETIMEDOUT;
}

/* FUTEX_WAIT's time limit is a span, FUTEX_WAIT_BITSET's a point in time. */
static s64 time_limit(u64 user, int command, int clock_is_real, u64 *until)
{
    u64 time, now;
    int error;

    *until = 0;
    if (!user) return 0;
    error = time_in(user, &time);
    if (error) return error;
    if (command == FUTEX_WAIT) {
        *until = wait_end(time) + 1;
        return 0;
    }
    now = clock_is_real ? wall_nanoseconds() : arch_nanoseconds();
    *until = time > now ? arch_nanoseconds() + (time - now) : 1;
    return 0;
}

/* ---- Waking ---- */

static void wake_waiter(struct waiter *w)
{
    leave(w);
    w->is_woken = 1;
    wake_thread(w->thread);
}

static int wake(struct word *word, int count, u32 bits)
{
    struct waiter *w, *next;
    int woken = 0;

    for (w = list_of(word)->first; w && woken < count; w = next) {
        next = w->next;
        if (!(w->bits & bits) || !is_for(w, word)) continue;
        wake_waiter(w);
        woken++;
    }
    return woken;
}

/* Linux wakes one for a count of 0 or less. */
static s64 wake_at(u64 address, int is_private, int count, u32 bits)
{
    struct word word;
    int error;

    if (!bits) return -EINVAL;
    error = find_word(address, is_private, &word);
    return error ? error : wake(&word, count < 1 ? 1 : count, bits);
}

void futex_wake_at(u64 address, int count)
{
    wake_at(address, 0, count, ANY_BIT);
}

/* Some are woken, others wait for the other word from now on. How many of both, or of the first with FUTEX_REQUEUE. */
static s64 requeue(u64 from, u64 to, int is_private, int wakes, int moves, int compares, u32 expected)
{
    struct word word, other;
    struct waiter *w, *next;
    int woken, moved = 0, error;
    u32 value;

    if (wakes < 0 || moves < 0) return -EINVAL;
    error = find_word(from, is_private, &word);
    if (!error) error = find_word(to, is_private, &other);
    if (error) return error;
    if (compares && copy_in(&value, from, 4) < 0) return -EFAULT;
    if (compares && value != expected) return -EAGAIN;
    woken = wakes ? wake(&word, wakes, ANY_BIT) : 0;
    for (w = list_of(&word)->first; w && moved < moves; w = next) {
        next = w->next;
        if (!is_for(w, &word)) continue;
        moved++;
        if (is_for(w, &other)) continue;
        leave(w);
        w->word = other;
        enter(w);
    }
    return woken + moved;
}

/* ---- FUTEX_WAKE_OP: changes a word, wakes there if it was so and so, and at another word in any case ---- */

enum { OP_SET, OP_ADD, OP_OR, OP_ANDN, OP_XOR, OP_SHIFTED = 8 };
enum { CMP_EQ, CMP_NE, CMP_LT, CMP_LE, CMP_GT, CMP_GE };

static int sign_extended(u32 twelve_bits)
{
    return (int)(twelve_bits << 20) >> 20;
}

static int change(u32 *value, u32 operation, u32 argument)
{
    if (operation & OP_SHIFTED) argument = 1u << (argument & 31);
    switch (operation & ~OP_SHIFTED) {
    case OP_SET: *value = argument; return 0;
    case OP_ADD: *value += argument; return 0;
    case OP_OR: *value |= argument; return 0;
    case OP_ANDN: *value &= ~argument; return 0;
    case OP_XOR: *value ^= argument; return 0;
    }
    return -ENOSYS;
}

static int compare(u32 comparison, int value, int with)
{
    switch (comparison) {
    case CMP_EQ: return value == with;
    case CMP_NE: return value != with;
    case CMP_LT: return value < with;
    case CMP_LE: return value <= with;
    case CMP_GT: return value > with;
    case CMP_GE: return value >= with;
    }
    return -ENOSYS;
}

static s64 wake_op(u64 first, u64 second, int is_private, int count, int count2, u32 code)
{
    struct word word, other;
    u32 value, old;
    int error, woken, holds;

    error = find_word(first, is_private, &word);
    if (!error) error = find_word(second, is_private, &other);
    if (error) return error;
    if (copy_in(&old, second, 4) < 0) return -EFAULT;
    value = old;
    error = change(&value, code >> 28, sign_extended(code >> 12 & 0xfff));
    if (error) return error;
    if (copy_out(second, &value, 4) < 0) return -EFAULT;
    holds = compare(code >> 24 & 15, old, sign_extended(code & 0xfff));
    if (holds < 0) return holds;
    woken = wake(&word, count < 1 ? 1 : count, ANY_BIT);
    return holds ? woken + wake(&other, count2 < 1 ? 1 : count2, ANY_BIT) : woken;
}

/* Those that inherit priorities are not there. */
s64 call_futex(u64 *a)
{
    int command = a[1] & ~(u64)(FUTEX_PRIVATE_FLAG | FUTEX_CLOCK_REALTIME), is_private = (a[1] & FUTEX_PRIVATE_FLAG) != 0;
    u64 until;
    s64 error;

    if (a[1] & FUTEX_CLOCK_REALTIME && command != FUTEX_WAIT && command != FUTEX_WAIT_BITSET) return -ENOSYS;
    switch (command) {
    case FUTEX_WAIT:
    case FUTEX_WAIT_BITSET:
        error = time_limit(a[3], command, (a[1] & FUTEX_CLOCK_REALTIME) != 0, &until);
        return error ? error : wait(a[0], is_private, a[2], command == FUTEX_WAIT ? ANY_BIT : (u32)a[5], until);
    case FUTEX_WAKE: return wake_at(a[0], is_private, a[2], ANY_BIT);
    case FUTEX_WAKE_BITSET: return wake_at(a[0], is_private, a[2], a[5]);
    case FUTEX_REQUEUE: return requeue(a[0], a[4], is_private, a[2], a[3], 0, 0);
    case FUTEX_CMP_REQUEUE: return requeue(a[0], a[4], is_private, a[2], a[3], 1, a[5]);
    case FUTEX_WAKE_OP: return wake_op(a[0], a[4], is_private, a[2], a[3], a[5]);
    }
    return -ENOSYS;
}

/* ---- Robust lists: what a thread has locked, in its own memory, for the case that it ends ---- */

enum { ROBUST_LIST_SIZE = 24, MOST_LOCKS = 2048 };

#define FUTEX_WAITERS 0x80000000u
#define FUTEX_OWNER_DIED 0x40000000u
#define FUTEX_TID_MASK 0x3fffffffu

s64 call_set_robust_list(u64 *a)
{
    if (a[1] != ROBUST_LIST_SIZE) return -EINVAL;
    current_thread->robust_list = a[0];
    return 0;
}

s64 call_get_robust_list(u64 *a)
{
    struct thread *t = (int)a[0] ? thread_find(a[0]) : current_thread;
    u64 size = ROBUST_LIST_SIZE;

    if (!t) return -ESRCH;
    if (!may_look_into(t->process)) return -EPERM;
    return copy_out(a[2], &size, 8) < 0 || copy_out(a[1], &t->robust_list, 8) < 0 ? -EFAULT : 0;
}

/* 0, or -EFAULT: then the rest of the list is not worth a look. */
static int owner_died(u64 address, int was_locking, int inherits_priority)
{
    u32 value, left;

    if (address & 3 || copy_in(&value, address, 4) < 0) return -EFAULT;
    if ((value & FUTEX_TID_MASK) != (u32)current_thread->id) {
        /* It had unlocked, and ended before it woke who waits. */
        if (was_locking && !inherits_priority && !value) futex_wake_at(address, 1);
        return 0;
    }
    left = (value & FUTEX_WAITERS) | FUTEX_OWNER_DIED;
    if (copy_out(address, &left, 4) < 0) return -EFAULT;
    if (!inherits_priority && value & FUTEX_WAITERS) futex_wake_at(address, 1);
    return 0;
}

/* The list's head: the first entry, the distance from an entry to its word, the entry that is being locked or unlocked. */
void robust_list_leave(void)
{
    u64 head[3], entry, next, at = current_thread->robust_list;
    int count;

    current_thread->robust_list = 0;
    if (!at || copy_in(head, at, sizeof head) < 0) return;
    entry = head[0];
    for (count = 0; (entry & ~1UL) != at && count < MOST_LOCKS; count++) {
        if (copy_in(&next, entry & ~1UL, 8) < 0) return;
        if (entry != head[2] && owner_died((entry & ~1UL) + head[1], 0, entry & 1) < 0) return;
        entry = next;
    }
    if (head[2]) owner_died((head[2] & ~1UL) + head[1], 1, head[2] & 1);
}
