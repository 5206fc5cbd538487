/* Futexes: waits, wakes, bits, other words, time limits, private and shared memory, changes of words; and what is refused. */
#include "threads.h"

static volatile int word, other, woken, order[8];
static volatile int *shared;

struct wait {
    volatile int *word;
    int operation, value;
    struct timespec *limit;
    int bits;
    long answer;
    int error;
};

static void wait_there(void *argument)
{
    struct wait *w = argument;

    w->answer = futex(w->word, w->operation, w->value, w->limit, NULL, w->bits);
    w->error = w->answer < 0 ? errno : 0;
    order[woken++] = thread_id();
}

static struct thread *waiter(struct wait *w)
{
    struct thread *t = thread_start(wait_there, w);

    wait_for_sleep(t->id);
    return t;
}

static void wake_some(void)
{
    struct wait w[4];
    struct thread *t[4];

    for (int k = 0; k < 4; k++) {
        w[k] = (struct wait){ &word, F_WAIT | F_PRIVATE, 0, NULL, 0, -1, 0 };
        t[k] = waiter(&w[k]);
    }
    GIVES(0, futex(&word, F_WAKE, 10, NULL, NULL, 0));               /* they wait privately */
    GIVES(0, futex(&other, F_WAKE | F_PRIVATE, 10, NULL, NULL, 0));
    GIVES(1, futex(&word, F_WAKE | F_PRIVATE, 1, NULL, NULL, 0));
    thread_join(t[0]);
    GIVES(2, futex(&word, F_WAKE | F_PRIVATE, 2, NULL, NULL, 0));
    GIVES(1, futex(&word, F_WAKE | F_PRIVATE, 100, NULL, NULL, 0));
    GIVES(0, futex(&word, F_WAKE | F_PRIVATE, 100, NULL, NULL, 0));
    for (int k = 1; k < 4; k++)
        thread_join(t[k]);
    for (int k = 0; k < 4; k++)
        GIVES(0, w[k].answer);
}

static void wake_bits(void)
{
    struct wait w[2];
    struct thread *t[2];

    for (int k = 0; k < 2; k++) {
        w[k] = (struct wait){ &word, F_WAIT_BITSET | F_PRIVATE, 0, NULL, 1 << k, -1, 0 };
        t[k] = waiter(&w[k]);
    }
    GIVES(0, futex(&word, F_WAKE_BITSET | F_PRIVATE, 10, NULL, NULL, 4));
    GIVES(1, futex(&word, F_WAKE_BITSET | F_PRIVATE, 10, NULL, NULL, 6));
    thread_join(t[1]);
    GIVES(1, futex(&word, F_WAKE | F_PRIVATE, 10, NULL, NULL, 0));
    thread_join(t[0]);
    FAILS(EINVAL, futex(&word, F_WAKE_BITSET | F_PRIVATE, 10, NULL, NULL, 0));
    FAILS(EINVAL, futex(&word, F_WAIT_BITSET | F_PRIVATE, 0, NULL, NULL, 0));
}

static void requeue(void)
{
    struct wait w[4];
    struct thread *t[4];

    for (int k = 0; k < 4; k++) {
        w[k] = (struct wait){ &word, F_WAIT | F_PRIVATE, 0, NULL, 0, -1, 0 };
        t[k] = waiter(&w[k]);
    }
    FAILS(EAGAIN, futex(&word, F_CMP_REQUEUE | F_PRIVATE, 1, (void *)2, &other, 1));
    GIVES(3, futex(&word, F_CMP_REQUEUE | F_PRIVATE, 1, (void *)2, &other, 0));    /* one woken, two moved */
    GIVES(1, futex(&word, F_REQUEUE | F_PRIVATE, 0, (void *)10, &other, 0));
    GIVES(0, futex(&word, F_WAKE | F_PRIVATE, 10, NULL, NULL, 0));
    GIVES(3, futex(&other, F_WAKE | F_PRIVATE, 10, NULL, NULL, 0));
    for (int k = 0; k < 4; k++)
        thread_join(t[k]);
    FAILS(EINVAL, futex(&word, F_REQUEUE | F_PRIVATE, -1, (void *)1, &other, 0));
}

static long wake_op(int operation, int argument, int comparison, int with)
{
    return futex(&word, F_WAKE_OP | F_PRIVATE, 1, (void *)1, &other, (long)((unsigned)operation << 28 | comparison << 24 | (argument & 0xfff) << 12 | (with & 0xfff)));
}

static void change_words(void)
{
    struct wait w = { &other, F_WAIT | F_PRIVATE, 5, NULL, 0, -1, 0 };
    struct thread *t;

    other = 1;
    GIVES(0, wake_op(0, 7, 0, 1));
    GIVES(7, other);
    wake_op(1, -3, 0, 0);
    GIVES(4, other);
    wake_op(2, 3, 0, 0);
    GIVES(7, other);
    wake_op(3, 2, 0, 0);
    GIVES(5, other);
    wake_op(4, 6, 0, 0);
    GIVES(3, other);
    wake_op(8 + 2, 4, 0, 0);
    GIVES(19, other);
    FAILS(ENOSYS, wake_op(5, 4, 0, 0));
    other = 5;
    t = waiter(&w);
    GIVES(0, wake_op(0, 5, 1, 5));                                    /* NE does not hold */
    GIVES(0, wake_op(0, 5, 4, 5));                                    /* GT */
    GIVES(1, wake_op(0, 6, 3, 5));                                    /* LE */
    thread_join(t);
    other = 0;
}

static long milliseconds(const struct timespec *from)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (now.tv_sec - from->tv_sec) * 1000 + (now.tv_nsec - from->tv_nsec) / 1000000;
}

static void add_milliseconds(struct timespec *t, long n)
{
    t->tv_nsec += n * 1000000;
    t->tv_sec += t->tv_nsec / 1000000000;
    t->tv_nsec %= 1000000000;
}

static void limits(void)
{
    struct timespec limit = { 0, 30000000 }, start, bad = { 0, 1000000000 }, negative = { -1, 0 }, past = { 1, 0 };

    clock_gettime(CLOCK_MONOTONIC, &start);
    FAILS(ETIMEDOUT, futex(&word, F_WAIT | F_PRIVATE, 0, &limit, NULL, 0));
    HOLDS(milliseconds(&start) >= 30);
    clock_gettime(CLOCK_MONOTONIC, &start);
    limit = start;
    add_milliseconds(&limit, 30);
    FAILS(ETIMEDOUT, futex(&word, F_WAIT_BITSET | F_PRIVATE, 0, &limit, NULL, -1));
    HOLDS(milliseconds(&start) >= 30);
    clock_gettime(CLOCK_MONOTONIC, &start);
    clock_gettime(CLOCK_REALTIME, &limit);
    add_milliseconds(&limit, 30);
    FAILS(ETIMEDOUT, futex(&word, F_WAIT_BITSET | F_PRIVATE | F_REALTIME, 0, &limit, NULL, -1));
    HOLDS(milliseconds(&start) >= 29);
    FAILS(ETIMEDOUT, futex(&word, F_WAIT_BITSET | F_PRIVATE | F_REALTIME, 0, &past, NULL, -1));
    FAILS(EAGAIN, futex(&word, F_WAIT | F_PRIVATE, 1, &limit, NULL, 0));
    FAILS(EINVAL, futex(&word, F_WAIT | F_PRIVATE, 0, &bad, NULL, 0));
    FAILS(EINVAL, futex(&word, F_WAIT | F_PRIVATE, 0, &negative, NULL, 0));
    FAILS(EFAULT, futex(&word, F_WAIT | F_PRIVATE, 0, BAD_ADDRESS, NULL, 0));
}

/* Shared memory is the same word in both processes, at any address; what is private is not. */
static void processes(void)
{
    volatile int *again;
    int status;
    pid_t child;

    shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    HOLDS(shared != MAP_FAILED);
    child = fork();
    if (child == 0) {
        again = mremap((void *)shared, 4096, 8192, MREMAP_MAYMOVE);
        if (again == MAP_FAILED)
            again = shared;
        again[1] = 1;
        while (again[0] == 0)
            futex(again, F_WAIT, 0, NULL, NULL, 0);
        _exit(again[0] == 3 ? 0 : 1);
    }
    while (shared[1] == 0)
        usleep(1000);
    usleep(30000);
    GIVES(0, futex(shared + 1, F_WAKE, 10, NULL, NULL, 0));
    shared[0] = 3;
    GIVES(1, futex(shared, F_WAKE, 10, NULL, NULL, 0));
    HOLDS(waitpid(child, &status, 0) == child && status == 0);
    child = fork();
    if (child == 0) {
        struct timespec limit = { 0, 50000000 };

        _exit(futex(&word, F_WAIT, 0, &limit, NULL, 0) == -1 && errno == ETIMEDOUT ? 0 : 1);
    }
    usleep(20000);
    GIVES(0, futex(&word, F_WAKE, 10, NULL, NULL, 0));
    HOLDS(waitpid(child, &status, 0) == child && status == 0);
    munmap((void *)shared, 4096);
}

static volatile int handled;

static void handler(int number)
{
    (void)number;
    handled++;
}

/* A handler ends a wait with EINTR; with SA_RESTART only one that has a time limit. */
static void interruptions(void)
{
    struct timespec limit = { 100, 0 };
    struct wait w = { &word, F_WAIT | F_PRIVATE, 0, NULL, 0, -1, 0 };
    struct sigaction action;
    struct thread *t;

    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    sigaction(SIGUSR1, &action, NULL);
    t = waiter(&w);
    GIVES(0, syscall(SYS_tgkill, (long)getpid(), (long)t->id, (long)SIGUSR1));
    thread_join(t);
    HOLDS(w.answer == -1 && w.error == EINTR && handled == 1);
    action.sa_flags = SA_RESTART;
    sigaction(SIGUSR1, &action, NULL);
    t = waiter(&w);
    syscall(SYS_tgkill, (long)getpid(), (long)t->id, (long)SIGUSR1);
    while (handled < 2)
        usleep(1000);
    wait_for_sleep(t->id);
    GIVES(1, futex(&word, F_WAKE | F_PRIVATE, 1, NULL, NULL, 0));
    thread_join(t);
    GIVES(0, w.answer);
    w.limit = &limit;
    t = waiter(&w);
    syscall(SYS_tgkill, (long)getpid(), (long)t->id, (long)SIGUSR1);
    thread_join(t);
    HOLDS(w.answer == -1 && w.error == EINTR && handled == 3);
}

static void refusals(void)
{
    FAILS(EINVAL, futex((volatile int *)((char *)&word + 1), F_WAIT | F_PRIVATE, 0, NULL, NULL, 0));
    FAILS(EINVAL, futex((volatile int *)((char *)&word + 2), F_WAKE | F_PRIVATE, 0, NULL, NULL, 0));
    FAILS(EFAULT, futex((volatile int *)BAD_ADDRESS, F_WAIT | F_PRIVATE, 0, NULL, NULL, 0));
    FAILS(EFAULT, futex((volatile int *)BAD_ADDRESS, F_WAKE, 1, NULL, NULL, 0));
    FAILS(EFAULT, futex((volatile int *)KERNEL_ADDRESS, F_WAIT | F_PRIVATE, 0, NULL, NULL, 0));
    FAILS(EFAULT, futex((volatile int *)KERNEL_ADDRESS, F_WAKE | F_PRIVATE, 1, NULL, NULL, 0));
    FAILS(ENOSYS, futex(&word, 77, 0, NULL, NULL, 0));
    FAILS(ENOSYS, futex(&word, F_WAKE | F_REALTIME, 1, NULL, NULL, 0));
}

int main(void)
{
    wake_some();
    woken = 0;
    wake_bits();
    woken = 0;
    requeue();
    woken = 0;
    change_words();
    limits();
    processes();
    woken = 0;
    interruptions();
    refusals();
    return finish();
}
