/* clone3, exec with several threads, /proc/N/task, names, clocks, processors. */
#include "threads.h"
#include <dirent.h>
#include <sys/prctl.h>

struct arguments {
    unsigned long flags, process_fd, child_tid, parent_tid, exit_signal, stack, stack_size, tls, set_tid, set_tid_size, group_fd, more;
};

static volatile int ran, parent_tid;

static void run(void *argument)
{
    ran = *(int *)argument;
}

__attribute__((noinline)) static long clone3_call(struct arguments *a, long size)
{
    return syscall(SYS_clone3, a, size);
}

static void thread_by_clone3(void)
{
    int value = 5;
    struct thread *t = thread_memory(run, &value);
    struct arguments a;

    memset(&a, 0, sizeof a);
    a.flags = T_FLAGS;
    a.child_tid = (unsigned long)&t->tid;
    a.parent_tid = (unsigned long)&parent_tid;
    a.stack = (unsigned long)t;
    a.stack_size = T_STACK - T_SLED;
    t->tid = 1;
    t->id = (int)clone3_call(&a, 64);
    HOLDS(t->id > 0 && parent_tid == t->id);
    thread_join(t);
    GIVES(5, ran);
}

static void process_by_clone3(void)
{
    struct arguments a;
    int status;
    long child;

    memset(&a, 0, sizeof a);
    a.exit_signal = SIGCHLD;
    child = clone3_call(&a, 88);
    if (child == 0)
        _exit(4);
    HOLDS(child > 0 && waitpid((pid_t)child, &status, 0) == child && WEXITSTATUS(status) == 4);
    /* Without a signal it is not wait's ordinary child. */
    a.exit_signal = 0;
    child = clone3_call(&a, 64);
    if (child == 0)
        _exit(4);
    FAILS(ECHILD, waitpid((pid_t)child, &status, 0));
    GIVES(child, waitpid((pid_t)child, &status, 0x40000000));
}

static void clone3_refuses(void)
{
    struct arguments a;

    memset(&a, 0, sizeof a);
    a.exit_signal = SIGCHLD;
    FAILS(EINVAL, clone3_call(&a, 56));
    FAILS(E2BIG, clone3_call(&a, 5000));
    FAILS(EFAULT, clone3_call((struct arguments *)BAD_ADDRESS, 64));
    a.more = 1;
    FAILS(E2BIG, clone3_call(&a, 96));
    a.more = 0;
    a.exit_signal = 65;
    FAILS(EINVAL, clone3_call(&a, 64));
    a.exit_signal = SIGCHLD;
    a.flags = SIGCHLD;
    FAILS(EINVAL, clone3_call(&a, 64));
    a.flags = 1ul << 40;
    FAILS(EINVAL, clone3_call(&a, 64));
    a.flags = T_FLAGS;
    FAILS(EINVAL, clone3_call(&a, 64));                               /* a thread with a signal at its end */
    a.flags = 0;
    a.stack = 4096;
    FAILS(EINVAL, clone3_call(&a, 64));
    a.stack = 0;
    a.stack_size = 4096;
    FAILS(EINVAL, clone3_call(&a, 64));
    a.stack_size = 0;
    a.flags = T_SIGHAND | 0x100000000;
    FAILS(EINVAL, clone3_call(&a, 88));
}

/* ---- exec ---- */

static void sleeps(void *argument)
{
    (void)argument;
    for (;;)
        pause();
}

static const char *own_path;

static void execs(void *argument)
{
    char pid[16];
    char *words[] = { "self", argument, pid, NULL };
    char *none[] = { NULL };

    sprintf(pid, "%d", (int)getpid());
    FAILS(ENOENT, execve("/no such program", words, none));
    execve(own_path, words, none);
    printf("exec: %s\n", strerror(errno));
}

static void child_execs(void)
{
    for (int k = 0; k < 5; k++)
        thread_start(sleeps, NULL);
    thread_start(execs, "check");
    for (;;)
        pause();
}

static int count_threads(const char *folder)
{
    DIR *d = opendir(folder);
    struct dirent *e;
    int count = 0;

    while (d && (e = readdir(d)))
        count += e->d_name[0] != '.';
    if (d)
        closedir(d);
    return count;
}

static int check_alone(const char *pid)
{
    return atoi(pid) == getpid() && thread_id() == getpid() && count_threads("/proc/self/task") == 1 ? 21 : 1;
}

/* ---- /proc ---- */

static void named(void *argument)
{
    prctl(PR_SET_NAME, "worker", 0, 0, 0);
    reach(argument, 1);
    wait_until(argument, 2);
}

static void proc(void)
{
    static volatile int stage;
    struct thread *t = thread_start(named, (void *)&stage);
    char path[64], wanted[64];
    struct stat s;

    wait_until(&stage, 1);
    GIVES(2, count_threads("/proc/self/task"));
    HOLDS(strstr(text_of("/proc/self/status"), "Tgid:") != NULL);
    sprintf(path, "/proc/%d/task/%d/comm", (int)getpid(), t->id);
    HOLDS(strcmp(text_of(path), "worker\n") == 0);
    HOLDS(strcmp(text_of("/proc/self/comm"), "worker\n") != 0);
    make_file(path, "another");
    HOLDS(strcmp(text_of(path), "another\n") == 0);
    sprintf(path, "/proc/self/task/%d/status", t->id);
    sprintf(wanted, "\nPid:\t%d\n", t->id);
    HOLDS(strstr(text_of(path), wanted) != NULL);
    sprintf(path, "/proc/%d/task/1", (int)getpid());
    FAILS(ENOENT, stat(path, &s));
    sprintf(path, "/proc/%d/stat", t->id);                            /* not listed, but there */
    GIVES(0, stat(path, &s));
    sprintf(path, "/proc/self/task/%d", t->id);
    GIVES(0, stat(path, &s));
    HOLDS(S_ISDIR(s.st_mode));
    reach(&stage, 2);
    thread_join(t);
    while (count_threads("/proc/self/task") != 1)
        usleep(1000);
}

/* ---- The rest ---- */

static void works(void *argument)
{
    struct timespec time;

    (void)argument;
    do {
        GIVES(0, clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time));
    } while (time.tv_nsec < 40000000 && time.tv_sec == 0);
}

static void clocks_and_processors(void)
{
    struct timespec own, whole;
    unsigned long set[128];
    unsigned processor = 99;

    thread_join(thread_start(works, NULL));
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &own);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &whole);
    HOLDS(whole.tv_sec * 1000000000 + whole.tv_nsec >= own.tv_sec * 1000000000 + own.tv_nsec + 30000000);
    memset(set, 0, sizeof set);
    HOLDS(syscall(SYS_sched_getaffinity, 0l, (long)sizeof set, set) >= 8 && set[0] != 0);
    GIVES(0, syscall(SYS_sched_setaffinity, 0l, (long)sizeof set, set));
    memset(set, 0, sizeof set);
    FAILS(EINVAL, syscall(SYS_sched_setaffinity, 0l, (long)sizeof set, set));
    FAILS(ESRCH, syscall(SYS_sched_getaffinity, 1l << 22, (long)sizeof set, set));
    FAILS(EINVAL, syscall(SYS_sched_getaffinity, 0l, 4l, set));
    GIVES(0, syscall(SYS_getcpu, &processor, 0l, 0l));
    HOLDS(processor < 1024);
    HOLDS(syscall(SYS_membarrier, 0l, 0l, 0l) > 0);
    FAILS(EPERM, syscall(SYS_membarrier, 8l, 0l, 0l));
    GIVES(0, syscall(SYS_membarrier, 16l, 0l, 0l));
    GIVES(0, syscall(SYS_membarrier, 8l, 0l, 0l));
    FAILS(EINVAL, syscall(SYS_membarrier, 0l, 1l, 0l));
}

int main(int count, char **words)
{
    own_path = words[0];
    if (count == 3)
        return check_alone(words[2]);
    thread_by_clone3();
    process_by_clone3();
    clone3_refuses();
    GIVES(21, ending_of(child_execs));
    proc();
    clocks_and_processors();
    return finish();
}
