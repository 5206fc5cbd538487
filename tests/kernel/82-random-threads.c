/*
 * Processes whose threads do at random what disturbs each other: they map and unmap what others use, close and replace descriptors
 * that others sleep in, fork, exec, stop, kill and end. Any of that may end the process; the kernel goes on, and memory
 * comes back. Arguments: rounds, and the first of the random numbers.
 */
#include "threads.h"
#include <poll.h>
#include <sys/sysinfo.h>
#include <sys/time.h>

enum { STEPS = 60, PAGES = 8, WORDS = 4 };

static unsigned long state;
static volatile int words[WORDS], *shared;
static char *region;
static const char *own_path;
static volatile int started;

static unsigned below(unsigned n)
{
    state = state * 6364136223846793005ul + 1442695040888963407ul;
    return (unsigned)(state >> 33) % n;
}

static void nothing(int number)
{
    (void)number;
}

static void some_thread(void *argument);

static volatile int *some_word(void)
{
    return below(3) ? &words[below(WORDS)] : &shared[below(WORDS)];
}

static void use_futex(void)
{
    static const int operations[] = { F_WAIT, F_WAIT, F_WAKE, F_REQUEUE, F_CMP_REQUEUE, F_WAKE_OP, F_WAIT_BITSET, F_WAKE_BITSET, F_LOCK_PI };
    struct timespec limit = { 0, below(3000000) };
    int operation = operations[below(9)] | (below(2) ? F_PRIVATE : 0);
    int waits = (operation & ~F_PRIVATE) == F_WAIT || (operation & ~F_PRIVATE) == F_WAIT_BITSET;

    futex(some_word(), operation, waits ? 0 : below(4), waits ? (void *)&limit : (void *)(long)below(4), some_word(), below(20) ? -1 : 0);
}

static void use_memory(void)
{
    char *at = region + 4096 * below(PAGES);
    long size = 4096 * (1 + below(3));

    switch (below(6)) {
    case 0: munmap(at, size); break;
    case 1: mmap(at, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0); break;
    case 2: mprotect(at, size, below(2) ? PROT_READ : PROT_READ | PROT_WRITE); break;
    case 3: mremap(at, size, 4096 * (1 + below(4)), MREMAP_MAYMOVE); break;
    case 4: mmap(at, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_FIXED, -1, 0); break;
    case 5: madvise(at, size, MADV_DONTNEED); break;
    }
}

static void use_files(void)
{
    static const char *paths[] = { "/proc/self/task", "/proc/self/status", "/proc/thread-self/stat", "/proc/self/maps", "/dev/zero", "/proc/self/fd/0", "/tmp" };
    int fd = 3 + below(10), ends[2];
    char *at = region + 4096 * below(PAGES);
    struct pollfd p = { fd, POLLIN | POLLOUT, 0 };
    struct stat s;

    switch (below(10)) {
    case 0:
        if (pipe(ends) == 0)
            fcntl(ends[1], F_SETFL, O_NONBLOCK);
        break;
    case 1: close(fd); break;
    case 2: dup2(fd, 3 + below(10)); break;
    case 3: write(fd, at, 1 + below(9000)); break;
    case 4:
        fcntl(fd, F_SETFL, below(4) ? O_NONBLOCK : 0);
        read(fd, at, 1 + below(9000));
        break;
    case 5: open(paths[below(7)], O_RDONLY); break;
    case 6: poll(&p, 1, below(3)); break;
    case 7: stat(paths[below(7)], &s); break;
    case 8: chdir(paths[below(7)]); break;
    case 9: syscall(SYS_getdents64, (long)fd, at, 1000l); break;
    }
}

static void use_signals(void)
{
    static const int numbers[] = { SIGUSR1, SIGUSR1, SIGUSR1, SIGUSR2, SIGCHLD, SIGALRM, SIGCONT, SIGSTOP, SIGTSTP, SIGHUP };
    unsigned long mask = below(2) ? 0 : 1ul << (SIGUSR1 - 1) | 1ul << (SIGUSR2 - 1) | 1ul << (SIGHUP - 1);
    struct timespec limit = { 0, below(2000000) };
    struct itimerval timer = { { 0, 0 }, { 0, below(3000) } };

    switch (below(7)) {
    case 0: kill(getpid(), numbers[below(9)]); break;
    case 1: syscall(SYS_tkill, (long)thread_id() + below(3) - 1, (long)numbers[below(9)]); break;
    case 2: syscall(SYS_rt_sigprocmask, (long)SIG_SETMASK, &mask, 0l, 8l); break;
    case 3: syscall(SYS_rt_sigtimedwait, &mask, 0l, &limit, 8l); break;
    case 4: setitimer(ITIMER_REAL, &timer, NULL); break;
    case 5: nanosleep(&limit, NULL); break;
    case 6: signal(numbers[below(9)], below(2) ? nothing : SIG_IGN); break;
    }
}

static void use_processes(void)
{
    char *none[] = { NULL }, *self[] = { "self", NULL };
    struct thread *t;
    int status;

    switch (below(12)) {
    case 0:
    case 1:
        if (fork() == 0) {
            if (below(3) == 0)
                execve(own_path, self, none);
            if (below(2))
                some_thread(NULL);
            _exit(0);
        }
        break;
    case 2:
    case 3: waitpid(-1, &status, below(2) ? WNOHANG : WNOHANG | WUNTRACED); break;
    case 4:
    case 5:
    case 6:
        if (started < 40 && (t = thread_memory(some_thread, NULL)) != NULL) {
            started++;
            if (thread_clone(T_FLAGS, t) < 0)
                thread_release(t);
        }
        break;
    case 7:
        if (below(4) == 0)
            syscall(SYS_exit, 1l);
        break;
    case 8:
        if (below(150) == 0)
            syscall(SYS_exit_group, 2l);
        break;
    case 9:
        if (below(100) == 0)
            execve(own_path, self, none);
        break;
    case 10: execve("/no such program", self, none); break;
    case 11: syscall(SYS_set_robust_list, below(2) ? region : (char *)words, 24l); break;
    }
}

static void some_thread(void *argument)
{
    (void)argument;
    for (int k = 0; k < STEPS; k++) {
        switch (below(6)) {
        case 0: use_futex(); break;
        case 1: use_memory(); break;
        case 2: use_files(); break;
        case 3: use_signals(); break;
        case 4: use_processes(); break;
        case 5: syscall(SYS_sched_yield); break;
        }
    }
}

static void play(void)
{
    setpgid(0, 0);
    if (setuid(1000) < 0)
        _exit(1);
    region = mmap(NULL, 4096 * PAGES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGUSR1, nothing);
    signal(SIGUSR2, nothing);
    signal(SIGALRM, nothing);
    signal(SIGHUP, nothing);
    for (int k = 0; k < 6; k++)
        thread_start(some_thread, NULL);
    for (;;)
        some_thread(NULL);
}

/* Ends it, with all its descendants: they are in its group, but may be stopped. */
static void round_of(unsigned long seed)
{
    int status;
    pid_t child;

    state = seed * 7919;
    for (int k = 0; k < 20; k++)
        below(2);
    child = fork();
    if (child == 0)
        play();
    if (child < 0)
        return;
    for (int k = 0; k < 25; k++) {
        usleep(2000);
        kill(-child, SIGCONT);
    }
    kill(child, SIGKILL);
    kill(-child, SIGKILL);
    GIVES(child, waitpid(child, &status, 0));
    while (kill(-child, SIGKILL) == 0)
        usleep(1000);
}

static long free_memory(void)
{
    struct sysinfo s;

    sysinfo(&s);
    return (long)(s.freeram * s.mem_unit);
}

int main(int count, char **arguments)
{
    int rounds = count > 1 ? atoi(arguments[1]) : 40, first = count > 2 ? atoi(arguments[2]) : 1;
    long before = 0, lost;

    own_path = arguments[0];
    if (getuid() != 0 || count < 2)
        return 0;
    shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    for (int k = 0; k < rounds; k++) {
        round_of(first + k);
        /* The first rounds make tables that stay. */
        if (k == rounds / 4)
            before = free_memory();
    }
    lost = before - free_memory();
    if (lost > 2000000)
        printf("%ld bytes did not come back\n", lost);
    return finish();
}
