/* Threads by clone: what they share, their ids, where the kernel writes them, who ends with whom; what clone refuses. */
#include "threads.h"

static volatile int number, seen_tid, seen_pid, go;
static char folder[64];

static void note_ids(void *argument)
{
    number = *(int *)argument;
    seen_tid = thread_id();
    seen_pid = getpid();
}

static void change_things(void *argument)
{
    int *fd = argument;

    *fd = open("/dev/null", O_WRONLY);
    chdir("/dev");
    umask(0111);
}

static void sharing(void)
{
    int value = 42, fd = -1;
    struct thread *t = thread_start(note_ids, &value);
    int id = t->id;

    thread_join(t);
    GIVES(42, number);
    GIVES(id, seen_tid);
    GIVES(getpid(), seen_pid);
    HOLDS(id != getpid());
    GIVES(getpid(), thread_id());
    thread_join(thread_start(change_things, &fd));
    GIVES(1, write(fd, "x", 1));
    HOLDS(getcwd(folder, sizeof folder) && strcmp(folder, "/dev") == 0);
    GIVES(0111, umask(022));
    chdir("/");
    close(fd);
}

enum { MANY = 40 };
static volatile int counter;

static void count(void *argument)
{
    (void)argument;
    for (int k = 0; k < 20; k++) {
        counter++;
        syscall(SYS_sched_yield);
    }
}

static void many(void)
{
    struct thread *t[MANY];

    for (int k = 0; k < MANY; k++)
        t[k] = thread_start(count, NULL);
    for (int k = 0; k < MANY; k++)
        thread_join(t[k]);
    HOLDS(counter > 20 && counter <= MANY * 20);
}

static void sleeps(void *argument)
{
    (void)argument;
    for (;;)
        pause();
}

static void ends_group(void *argument)
{
    (void)argument;
    syscall(SYS_exit_group, 7l);
}

static void wait_for_first(void)
{
    int pid = getpid();

    while (state_of(pid) != 'Z')
        syscall(SYS_sched_yield);
}

static void ends_last(void *argument)
{
    (void)argument;
    wait_for_first();
    syscall(SYS_exit, 3l);
}

/* exit_group by any thread ends all. */
static void child_group(void)
{
    thread_start(sleeps, NULL);
    thread_start(ends_group, NULL);
    for (;;)
        pause();
}

/* exit by the first thread leaves the others; the status is that of the last one. */
static void child_first_leaves(void)
{
    thread_start(ends_last, NULL);
    syscall(SYS_exit, 5l);
}

static void ends_all_last(void *argument)
{
    (void)argument;
    wait_for_first();
    syscall(SYS_exit_group, 9l);
}

static void child_first_leaves_and_group(void)
{
    thread_start(ends_all_last, NULL);
    syscall(SYS_exit, 5l);
}

static void faults(void *argument)
{
    (void)argument;
    *(volatile int *)16 = 1;
}

static void child_fault(void)
{
    thread_start(sleeps, NULL);
    thread_start(faults, NULL);
    for (;;)
        pause();
}

static void child_killed(void)
{
    thread_start(sleeps, NULL);
    kill(getpid(), SIGKILL);
    for (;;)
        pause();
}

static void endings(void)
{
    GIVES(7, ending_of(child_group));
    GIVES(3, ending_of(child_first_leaves));
    GIVES(9, ending_of(child_first_leaves_and_group));
    GIVES(128 + SIGSEGV, ending_of(child_fault));
    GIVES(128 + SIGKILL, ending_of(child_killed));
}

static void forks(void *argument)
{
    int status = -1;
    pid_t child = fork();

    if (child == 0) {
        /* Alone in a process of its own. */
        _exit(thread_id() == getpid() && state_of((int)(long)argument) == 0 ? 6 : 1);
    }
    if (waitpid(child, &status, 0) == child && WEXITSTATUS(status) == 6)
        reach(&go, 1);
    else
        reach(&go, 2);
}

/* A child is the process's, whichever thread made it or waits for it. */
static void fork_in_thread(void)
{
    struct thread *t = thread_start(forks, (void *)(long)getpid());

    wait_until(&go, 1);
    GIVES(1, go);
    thread_join(t);
    FAILS(ECHILD, waitpid(-1, NULL, WNOHANG));
}

static void refusals(void)
{
    struct thread *t = thread_memory(sleeps, NULL);

    FAILS(EINVAL, thread_clone(T_THREAD | T_VM, t));
    FAILS(EINVAL, thread_clone(T_THREAD | T_SIGHAND, t));
    FAILS(EINVAL, thread_clone(T_SIGHAND, t));
    FAILS(ESRCH, syscall(SYS_tgkill, (long)getpid(), 1l << 22, 0l));
    FAILS(ESRCH, syscall(SYS_tkill, 1l << 22, 0l));
    FAILS(EINVAL, syscall(SYS_tkill, -1l, 0l));
    thread_release(t);
}

int main(void)
{
    sharing();
    many();
    endings();
    fork_in_thread();
    refusals();
    return finish();
}
