/* Handlers that the kernel calls: while the program computes, by a timer, from another process, for a fault; masks, restarted
   and interrupted calls, one-shot handlers, information, a stack of its own, jumps out of a handler. */
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t seen, ticks, depth, deepest, inside;
static volatile double float_seen;
static sigjmp_buf back;
static char *volatile where;

static void note(int number) { seen = number; }

/* Disturbs all it can: numbers of both kinds, the stack, errno. */
static void tick(int number)
{
    char room[4000];
    double value = 1.5;
    int i;

    memset(room, number, sizeof room);
    for (i = 0; i < 100; i++) value = value * 1.0001 + room[i * 7] / 3.0;
    float_seen = value;
    errno = EBADF;
    ticks++;
}

static void nested(int number)
{
    if (++depth > deepest) deepest = depth;
    if (number == SIGUSR1 && inside++ == 0) { raise(SIGUSR1); raise(SIGUSR2); }
    depth--;
}

static void inform(int number, siginfo_t *information, void *context)
{
    seen = number == information->si_signo && information->si_pid == getpid() && context != NULL;
}

static void fault(int number, siginfo_t *information, void *context)
{
    (void)context;
    seen = number;
    where = information->si_addr;
    siglongjmp(back, 7);
}

static void overflow(int number) { seen = number; siglongjmp(back, 9); }

static int dig(int n)
{
    volatile char room[10000];

    room[n % 10000] = (char)n;
    return n < 0 ? 0 : dig(n + 1) + room[n % 10000];
}

int main(void)
{
    struct sigaction action;
    struct itimerval often = {{0, 1000}, {0, 1000}}, never = {{0, 0}, {0, 0}};
    sigset_t set, old;
    stack_t stack;
    unsigned long sum = 0, expected = 0;
    double product = 1;
    int ends[2], child, status, i, rounds;
    char c;

    /* In the middle of a computation: nothing of it changes. */
    signal(SIGALRM, tick);
    for (i = 0; i < 2000; i++) expected = expected * 31 + (unsigned long)i;
    setitimer(ITIMER_REAL, &often, NULL);
    for (rounds = 0; ticks < 20; rounds++) {
        sum = 0;
        product = 1;
        for (i = 0; i < 2000; i++) {
            sum = sum * 31 + (unsigned long)i;
            product = product * 1.001 + 0.25;
        }
        if (sum != expected || product < 1.0) { puts("disturbed"); break; }
    }
    setitimer(ITIMER_REAL, &never, NULL);
    printf("%d %d\n", sum == expected, float_seen > 1.5);

    /* To itself, to another process, from another process. */
    signal(SIGUSR1, note);
    seen = 0; raise(SIGUSR1); printf("%d", seen == SIGUSR1);
    seen = 0; kill(getpid(), SIGUSR1); printf(" %d\n", seen == SIGUSR1);
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigprocmask(SIG_BLOCK, &set, &old);
    seen = 0;
    if ((child = fork()) == 0) { kill(getppid(), SIGUSR1); _exit(0); }
    waitpid(child, &status, 0);
    sigpending(&set);
    printf("%d %d", seen, sigismember(&set, SIGUSR1));
    sigsuspend(&old);
    printf(" %d %d\n", errno == EINTR, seen == SIGUSR1);
    sigprocmask(SIG_SETMASK, &old, NULL);

    /* A signal is blocked in its handler unless it says otherwise, others if its mask says so. */
    memset(&action, 0, sizeof action);
    action.sa_handler = nested;
    sigaction(SIGUSR1, &action, NULL);
    sigaction(SIGUSR2, &action, NULL);
    raise(SIGUSR1); printf("%d", deepest);
    deepest = inside = 0;
    sigaddset(&action.sa_mask, SIGUSR2);
    sigaction(SIGUSR1, &action, NULL);
    raise(SIGUSR1); printf(" %d", deepest);
    deepest = inside = 0;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_NODEFER;
    sigaction(SIGUSR1, &action, NULL);
    raise(SIGUSR1); printf(" %d\n", deepest);

    /* Once only; with information. */
    action.sa_handler = note;
    action.sa_flags = (int)SA_RESETHAND;
    sigaction(SIGUSR1, &action, NULL);
    raise(SIGUSR1);
    sigaction(SIGUSR1, NULL, &action);
    printf("%d", action.sa_handler == SIG_DFL);
    action.sa_sigaction = inform;
    action.sa_flags = SA_SIGINFO;
    sigaction(SIGUSR1, &action, NULL);
    seen = 0; raise(SIGUSR1); printf(" %d\n", seen);

    /* A call that waits: interrupted or begun again. */
    pipe(ends);
    memset(&action, 0, sizeof action);
    action.sa_handler = note;
    sigaction(SIGALRM, &action, NULL);
    never.it_value.tv_usec = 20000;
    setitimer(ITIMER_REAL, &never, NULL);
    printf("%d", read(ends[0], &c, 1) == -1 && errno == EINTR);
    action.sa_flags = SA_RESTART;
    sigaction(SIGALRM, &action, NULL);
    if ((child = fork()) == 0) { usleep(60000); write(ends[1], "x", 1); _exit(0); }
    setitimer(ITIMER_REAL, &never, NULL);
    status = (int)read(ends[0], &c, 1);
    printf(" %d %c\n", status, c);
    waitpid(child, &status, 0);
    alarm(100);
    printf("%u", alarm(0));
    printf(" %u\n", alarm(0));

    /* Faults. */
    memset(&action, 0, sizeof action);
    action.sa_sigaction = fault;
    action.sa_flags = SA_SIGINFO;
    sigaction(SIGSEGV, &action, NULL);
    for (i = 0; i < 3; i++)
        if ((status = sigsetjmp(back, 1)) == 0) { *(volatile char *)(long)(64 + i) = 1; puts("no fault"); }
        else printf("%d %d %d\n", status, seen == SIGSEGV, where == (char *)(long)(64 + i));
    stack.ss_sp = malloc(SIGSTKSZ);
    stack.ss_size = SIGSTKSZ;
    stack.ss_flags = 0;
    printf("%d", sigaltstack(&stack, NULL));
    action.sa_handler = overflow;
    action.sa_flags = SA_ONSTACK;
    sigaction(SIGSEGV, &action, NULL);
    seen = 0;
    if ((status = sigsetjmp(back, 1)) == 0) printf("%d", dig(0)); else printf(" %d %d\n", status, seen == SIGSEGV);

    /* A new program does not inherit handlers, but what is ignored stays so. */
    signal(SIGUSR1, SIG_IGN);
    printf("%d\n", raise(SIGUSR1));
    if ((child = fork()) == 0) { signal(SIGUSR2, SIG_DFL); raise(SIGUSR2); _exit(0); }
    waitpid(child, &status, 0);
    printf("%d\n", WIFSIGNALED(status) && WTERMSIG(status) == SIGUSR2);
    return 0;
}
