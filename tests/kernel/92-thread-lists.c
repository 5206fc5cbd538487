/* What a thread leaves behind at its end: its id is cleared and who waits for it woken, and locks of its robust list become free. */
#include "threads.h"
#include <stddef.h>

struct lock {
    struct lock *next;
    volatile int word;
};

/* As the kernel knows it: the first lock, where its word is, the one that is being taken. */
struct head {
    struct lock *first;
    long offset;
    struct lock *pending;
};

enum { WAITERS = (int)0x80000000, OWNER_DIED = 0x40000000 };

static struct head head;
static struct lock locks[4];
static volatile int go;

static void set_head(struct head *h, struct lock *first, struct lock *pending)
{
    h->first = first;
    h->offset = offsetof(struct lock, word);
    h->pending = pending;
    GIVES(0, syscall(SYS_set_robust_list, h, (long)sizeof *h));
}

static void leave_locks(void *argument)
{
    int tid = thread_id();

    (void)argument;
    locks[0] = (struct lock){ &locks[1], tid };
    locks[1] = (struct lock){ &locks[2], tid | WAITERS };
    locks[2] = (struct lock){ (struct lock *)&head, 12345 };          /* another thread's */
    locks[3] = (struct lock){ NULL, tid };
    set_head(&head, &locks[0], &locks[3]);
    reach(&go, 1);
    wait_until(&go, 2);
}

static void waits_for_lock(void *argument)
{
    futex(&locks[1].word, F_WAIT, *(int *)argument, NULL, NULL, 0);
}

static void robust_list(void)
{
    struct thread *t = thread_start(leave_locks, NULL), *w;
    int value;

    wait_until(&go, 1);
    value = locks[1].word;
    w = thread_start(waits_for_lock, &value);
    wait_for_sleep(w->id);
    reach(&go, 2);
    thread_join(t);
    thread_join(w);
    GIVES(OWNER_DIED, locks[0].word);
    HOLDS(locks[1].word == (int)(WAITERS | OWNER_DIED));
    GIVES(12345, locks[2].word);
    GIVES(OWNER_DIED, locks[3].word);
}

static void bad_list(void *argument)
{
    set_head(argument, (struct lock *)BAD_ADDRESS, (struct lock *)KERNEL_ADDRESS);
}

static void endless_list(void *argument)
{
    locks[0] = (struct lock){ &locks[1], 1 };
    locks[1] = (struct lock){ &locks[0], 1 };
    set_head(argument, &locks[0], NULL);
}

static void no_head(void *argument)
{
    (void)argument;
    GIVES(0, syscall(SYS_set_robust_list, KERNEL_ADDRESS, (long)sizeof(struct head)));
}

/* They end all the same. */
static void bad_lists(void)
{
    thread_join(thread_start(bad_list, &head));
    thread_join(thread_start(endless_list, &head));
    thread_join(thread_start(no_head, NULL));
}

static void calls(void)
{
    struct head *now = NULL;
    long size = 0;

    set_head(&head, (struct lock *)&head, NULL);
    GIVES(0, syscall(SYS_get_robust_list, 0l, &now, &size));
    HOLDS(now == &head && size == sizeof head);
    FAILS(EINVAL, syscall(SYS_set_robust_list, &head, 8l));
    FAILS(ESRCH, syscall(SYS_get_robust_list, 1l << 22, &now, &size));
    FAILS(EFAULT, syscall(SYS_get_robust_list, 0l, BAD_ADDRESS, &size));
}

static volatile int *in_both;

static void point_at_shared(void)
{
    in_both[1] = thread_id();
    GIVES(thread_id(), syscall(SYS_set_tid_address, in_both + 1));
}

static void leave_shared_lock(void)
{
    struct lock *l = (struct lock *)(in_both + 16);

    set_head(&head, l, NULL);
    l->next = (struct lock *)&head;
    l->word = thread_id() | WAITERS;
    kill(getpid(), SIGKILL);
}

/* A process that has its memory to itself has nobody to tell its end by that; but its locks may be others' too. */
static void processes(void)
{
    in_both = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    GIVES(0, ending_of(point_at_shared));
    HOLDS(in_both[1] != 0);
    GIVES(128 + SIGKILL, ending_of(leave_shared_lock));
    HOLDS(((struct lock *)(in_both + 16))->word == (int)(WAITERS | OWNER_DIED));
}

int main(void)
{
    calls();
    robust_list();
    bad_lists();
    processes();
    return finish();
}
