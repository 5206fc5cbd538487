/*
 * Threads by raw system calls, for any compiler and library. A child of clone finds its stack full of one address: wherever
 * the code behind the system call returns, it comes to thread_entry. That finds its argument at the start of its stack, which is aligned.
 */
#ifndef THREADS_H
#define THREADS_H

#include "check.h"
#include <sys/mman.h>
#include <time.h>

enum { T_VM = 0x100, T_FS = 0x200, T_FILES = 0x400, T_SIGHAND = 0x800, T_THREAD = 0x10000, T_SYSVSEM = 0x40000, T_SETTLS = 0x80000,
       T_PARENT_SETTID = 0x100000, T_CHILD_CLEARTID = 0x200000, T_CHILD_SETTID = 0x1000000 };
enum { T_FLAGS = T_VM | T_FS | T_FILES | T_SIGHAND | T_THREAD | T_SYSVSEM | T_PARENT_SETTID | T_CHILD_CLEARTID };
enum { F_WAIT, F_WAKE, F_REQUEUE = 3, F_CMP_REQUEUE, F_WAKE_OP, F_LOCK_PI, F_WAIT_BITSET = 9, F_WAKE_BITSET, F_PRIVATE = 128, F_REALTIME = 256 };
enum { T_STACK = 0x10000, T_SLED = 0x1000 };

struct thread {
    volatile int tid;                  /* 0 again at its end */
    int id;
    void (*function)(void *);
    void *argument;
    void *memory;
};

static inline long futex(volatile int *word, int operation, long value, void *time, volatile int *other, long last)
{
    return syscall(SYS_futex, word, (long)operation, value, time, other, last);
}

static inline int thread_id(void)
{
    return (int)syscall(SYS_gettid);
}

static void thread_entry(void)
{
    char here;
    struct thread *t = (struct thread *)((unsigned long)&here & ~(unsigned long)(T_STACK - 1));

    t->function(t->argument);
    syscall(SYS_exit, 0l);
    for (;;)
        ;
}

static struct thread *thread_memory(void (*function)(void *), void *argument)
{
    char *memory = mmap(NULL, 2 * T_STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    struct thread *t = (struct thread *)(((unsigned long)memory + T_STACK - 1) & ~(unsigned long)(T_STACK - 1));
    void (**word)(void);

    if (memory == MAP_FAILED)
        return NULL;
    for (word = (void (**)(void))((char *)t + T_STACK - T_SLED); word < (void (**)(void))((char *)t + T_STACK); word++)
        *word = thread_entry;
    t->function = function;
    t->argument = argument;
    t->memory = memory;
    return t;
}

static void thread_release(struct thread *t)
{
    munmap(t->memory, 2 * T_STACK);
}

/* amd64 has the last two the other way round. */
#ifdef __x86_64__
#define CLONE_TAIL(child, tls) (child), (tls)
#else
#define CLONE_TAIL(child, tls) (tls), (child)
#endif

/* clone's answer, in the parent. A function of its own, because the child leaves it by the wrong end. */
__attribute__((noinline)) static long thread_clone(long flags, struct thread *t)
{
    return syscall(SYS_clone, flags, (char *)t + T_STACK - T_SLED, &t->tid, CLONE_TAIL(&t->tid, 0l));
}

static struct thread *thread_start(void (*function)(void *), void *argument)
{
    struct thread *t = thread_memory(function, argument);
    long answer;

    if (!t)
        return NULL;
    answer = thread_clone(T_FLAGS, t);
    if (answer < 0) {
        thread_release(t);
        return NULL;
    }
    t->id = (int)answer;
    return t;
}

/* Waits for its end as libraries do. */
static void thread_join(struct thread *t)
{
    int tid;

    if (!t) {
        printf("there is no thread\n");
        return;
    }
    while ((tid = t->tid) != 0)
        futex(&t->tid, F_WAIT, tid, NULL, NULL, 0);
    thread_release(t);
}

/* ---- Turns: a thread waits until another one has come so far ---- */

static inline void wait_until(volatile int *word, int value)
{
    int now;

    while ((now = *word) < value)
        futex(word, F_WAIT | F_PRIVATE, now, NULL, NULL, 0);
}

static inline void reach(volatile int *word, int value)
{
    *word = value;
    futex(word, F_WAKE | F_PRIVATE, 1000, NULL, NULL, 0);
}

/* The state of a thread of this process, as /proc shows it: R S T Z; 0: it is not there. */
static inline char state_of(int tid)
{
    char path[64];
    const char *text;

    sprintf(path, "/proc/self/task/%d/stat", tid);
    text = text_of(path);
    text = strrchr(text, ')');
    return text ? text[2] : 0;
}

/* Until it sleeps; it is one that does nothing else from now on. */
static inline void wait_for_sleep(int tid)
{
    struct timespec moment = { 0, 1000000 };

    while (state_of(tid) != 'S')
        nanosleep(&moment, NULL);
}

#endif
