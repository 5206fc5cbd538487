/* Signals and threads: who takes what, masks and stacks of each thread, stops and timers of the whole process, calls that go on after a stop. */
#include "threads.h"
#include <poll.h>
#include <sys/time.h>

static volatile int taken_by[65], stage, seconds;

static void note(int number)
{
    taken_by[number] = thread_id();
}

static void handle(int number, int flags)
{
    struct sigaction action;

    memset(&action, 0, sizeof action);
    action.sa_handler = note;
    action.sa_flags = flags;
    sigaction(number, &action, NULL);
}

static void set_mask(int how, int number)
{
    unsigned long set = number ? 1ul << (number - 1) : 0;

    GIVES(0, syscall(SYS_rt_sigprocmask, (long)how, &set, 0l, 8l));
}

static int is_pending(int number)
{
    unsigned long set = 0;

    syscall(SYS_rt_sigpending, &set, 8l);
    return (set >> (number - 1) & 1) != 0;
}

static void wait_signal(void *argument)
{
    unsigned long none = 0;

    (void)argument;
    while (!taken_by[SIGUSR1])
        syscall(SYS_rt_sigsuspend, &none, 8l);
}

/* The first thread blocks it, so another one takes it. */
static void for_anybody(void)
{
    struct thread *t;
    int id;

    handle(SIGUSR1, 0);
    set_mask(SIG_BLOCK, SIGUSR1);
    t = thread_start(wait_signal, NULL);
    id = t->id;
    wait_for_sleep(id);
    kill(getpid(), SIGUSR1);
    thread_join(t);
    GIVES(id, taken_by[SIGUSR1]);
    /* Nobody there to take it: it stays the process's until somebody unblocks it. */
    taken_by[SIGUSR1] = 0;
    kill(getpid(), SIGUSR1);
    HOLDS(is_pending(SIGUSR1) && !taken_by[SIGUSR1]);
    set_mask(SIG_UNBLOCK, SIGUSR1);
    GIVES(getpid(), taken_by[SIGUSR1]);
}

static void own_pending(void *argument)
{
    set_mask(SIG_BLOCK, SIGUSR2);
    reach(&stage, 1);
    wait_until(&stage, 2);
    HOLDS(is_pending(SIGUSR2));
    HOLDS(!is_pending(SIGHUP));
    set_mask(SIG_UNBLOCK, SIGUSR2);
    GIVES(thread_id(), taken_by[SIGUSR2]);
    *(int *)argument = 1;
}

/* tgkill's is that thread's alone. */
static void for_one(void)
{
    int done = 0;
    struct thread *t;

    handle(SIGUSR2, 0);
    handle(SIGHUP, 0);
    stage = 0;
    t = thread_start(own_pending, &done);
    wait_until(&stage, 1);
    GIVES(0, syscall(SYS_tgkill, (long)getpid(), (long)t->id, (long)SIGUSR2));
    set_mask(SIG_BLOCK, SIGHUP);
    GIVES(0, syscall(SYS_tkill, (long)thread_id(), (long)SIGHUP));
    HOLDS(is_pending(SIGHUP) && !is_pending(SIGUSR2));
    reach(&stage, 2);
    thread_join(t);
    set_mask(SIG_UNBLOCK, SIGHUP);
    GIVES(1, done);
    FAILS(ESRCH, syscall(SYS_tgkill, (long)getpid() + 1, (long)thread_id(), 0l));
    FAILS(EINVAL, syscall(SYS_tgkill, (long)getpid(), (long)thread_id(), 65l));
    FAILS(EINVAL, syscall(SYS_tgkill, -1l, (long)thread_id(), 0l));
}

static void own_stack(void *argument)
{
    static char room[16384];
    stack_t mine, now;

    (void)argument;
    GIVES(0, sigaltstack(NULL, &now));
    HOLDS(now.ss_flags & SS_DISABLE);
    mine.ss_sp = room;
    mine.ss_size = sizeof room;
    mine.ss_flags = 0;
    GIVES(0, sigaltstack(&mine, NULL));
}

static void stacks(void)
{
    static char room[16384];
    stack_t mine, now;

    mine.ss_sp = room;
    mine.ss_size = sizeof room;
    mine.ss_flags = 0;
    GIVES(0, sigaltstack(&mine, NULL));
    thread_join(thread_start(own_stack, NULL));
    GIVES(0, sigaltstack(NULL, &now));
    HOLDS(now.ss_sp == room && !(now.ss_flags & SS_DISABLE));
}

/* sigqueue's value, to one thread. */
static volatile int value;

static void note_value(int number, siginfo_t *info, void *context)
{
    (void)number;
    (void)context;
    value = info->si_value.sival_int;
}

static void values(void)
{
    struct sigaction action;
    char raw[128];
    siginfo_t *info = (siginfo_t *)raw;

    memset(&action, 0, sizeof action);
    action.sa_sigaction = note_value;
    action.sa_flags = SA_SIGINFO;
    sigaction(SIGUSR1, &action, NULL);
    memset(raw, 0, sizeof raw);
    info->si_code = SI_QUEUE;
    info->si_value.sival_int = 77;
    GIVES(0, syscall(SYS_rt_tgsigqueueinfo, (long)getpid(), (long)thread_id(), (long)SIGUSR1, info));
    GIVES(77, value);
    info->si_value.sival_int = 78;
    GIVES(0, syscall(SYS_rt_sigqueueinfo, (long)getpid(), (long)SIGUSR1, info));
    GIVES(78, value);
    FAILS(ESRCH, syscall(SYS_rt_tgsigqueueinfo, (long)getpid() + 1, (long)thread_id(), (long)SIGUSR1, info));
    FAILS(EFAULT, syscall(SYS_rt_sigqueueinfo, (long)getpid(), (long)SIGUSR1, BAD_ADDRESS));
}

static void counts(void *argument)
{
    (void)argument;
    for (;;) {
        seconds++;
        usleep(1000);
    }
}

static volatile int *seen;

static void polls(void *argument)
{
    long answer = poll(NULL, 0, *(int *)argument);

    seen[2] = answer == 0 ? 1 : 2;
    seen[3] = 1;
    for (;;)
        pause();
}

static void child_counts(void)
{
    int limit = 300;
    struct timespec whole = { 0, 300000000 };

    thread_start(counts, NULL);
    thread_start(polls, &limit);
    seen[4] = nanosleep(&whole, NULL) == 0 ? 1 : 2;
    for (;;) {
        seen[0] = seconds;
        usleep(1000);
    }
}

/* A stop stops all threads, SIGCONT continues them, and waits go on as if nothing had been. */
static void stops(void)
{
    int status, before;
    pid_t child;

    seen = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    child = fork();
    if (child == 0)
        child_counts();
    HOLDS(child > 0);
    if (child < 0)
        return;
    usleep(50000);
    kill(child, SIGSTOP);
    GIVES(child, waitpid(child, &status, WUNTRACED));
    HOLDS(WIFSTOPPED(status) && WSTOPSIG(status) == SIGSTOP);
    before = seen[0];
    usleep(50000);
    GIVES(before, seen[0]);
    GIVES(0, seen[3]);
    kill(child, SIGCONT);
    GIVES(child, waitpid(child, &status, WCONTINUED));
    HOLDS(WIFCONTINUED(status));
    while (seen[0] == before || !seen[3] || !seen[4])
        usleep(1000);
    HOLDS(seen[2] == 1 && seen[4] == 1);
    kill(child, SIGSTOP);
    waitpid(child, &status, WUNTRACED);
    kill(child, SIGKILL);
    GIVES(child, waitpid(child, &status, 0));
    HOLDS(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
}

static void set_alarm(void *argument)
{
    struct itimerval soon = { { 0, 0 }, { 0, 20000 } };

    (void)argument;
    setitimer(ITIMER_REAL, &soon, NULL);
}

/* A timer is the process's: it goes off although the thread that set it has ended. */
static void timers(void)
{
    handle(SIGALRM, 0);
    thread_join(thread_start(set_alarm, NULL));
    while (!taken_by[SIGALRM])
        usleep(1000);
    GIVES(getpid(), taken_by[SIGALRM]);
}

int main(void)
{
    for_anybody();
    for_one();
    stacks();
    values();
    stops();
    timers();
    return finish();
}
