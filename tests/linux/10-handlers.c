/* Handlers of signals: called by kill, by faults and by the end of children, with what belongs to them; left by returning and by longjmp. */
#define _GNU_SOURCE
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t seen, order[8], count;
static sigjmp_buf again;
static char *volatile where;

static void note(int number)
{
    seen = number;
    order[count++ & 7] = number;
}

static void note_more(int number, siginfo_t *information, void *context)
{
    (void)context;
    seen = number;
    where = information->si_addr;
    siglongjmp(again, 1);
}

static void handle(int number, void (*handler)(int), int flags)
{
    struct sigaction action = { .sa_handler = handler, .sa_flags = flags };

    sigaction(number, &action, NULL);
}

int main(void)
{
    static char other_stack[65536];
    struct sigaction action = { .sa_sigaction = note_more, .sa_flags = SA_SIGINFO };
    stack_t stack = { .ss_sp = other_stack, .ss_size = sizeof other_stack };
    double before = 1.0 / 3;
    volatile char *page;
    sigset_t set, old;
    int ends[2];
    char byte;
    pid_t child;

    handle(SIGUSR1, note, 0);
    kill(getpid(), SIGUSR1);
    printf("kill: %d\n", seen == SIGUSR1);
    raise(SIGUSR1);
    printf("raise: %d, doubles are kept: %d\n", (int)count, before == 1.0 / 3);

    /* A fault that is handled, with its address. */
    sigaction(SIGSEGV, &action, NULL);
    page = mmap(NULL, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (sigsetjmp(again, 1) == 0)
        page[123] = 1;
    printf("fault: %d %d\n", seen == SIGSEGV, where == page + 123);
    if (sigsetjmp(again, 1) == 0)
        page[7] = 1;
    printf("once more: %d\n", where == page + 7);

    /* Blocked, then let go. */
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigprocmask(SIG_BLOCK, &set, &old);
    seen = 0;
    kill(getpid(), SIGUSR1);
    printf("blocked: %d\n", (int)seen);
    sigprocmask(SIG_SETMASK, &old, NULL);
    printf("let go: %d\n", seen == SIGUSR1);

    /* A read that is interrupted, and one that goes on. */
    for (int flags = 0; flags <= SA_RESTART; flags += SA_RESTART) {
        ssize_t result;

        handle(SIGUSR2, note, flags);
        if (pipe(ends) != 0)
            return 1;
        fflush(stdout);
        child = fork();
        if (child == 0) {
            usleep(50000);
            kill(getppid(), SIGUSR2);
            usleep(50000);
            _exit(write(ends[1], "x", 1) != 1);
        }
        result = read(ends[0], &byte, 1);
        printf("read gives %d%s\n", (int)result, result < 0 && errno == EINTR ? ", interrupted" : "");
        waitpid(child, NULL, 0);
    }

    handle(SIGCHLD, note, SA_RESTART);
    seen = 0;
    child = fork();
    if (child == 0)
        _exit(0);
    while (waitpid(child, NULL, 0) < 0)
        ;
    printf("child: %d\n", seen == SIGCHLD);

    /* On a stack of its own. */
    sigaltstack(&stack, NULL);
    handle(SIGUSR1, note, SA_ONSTACK | SA_RESETHAND);
    seen = 0;
    kill(getpid(), SIGUSR1);
    printf("other stack: %d\n", seen == SIGUSR1);
    sigaction(SIGUSR1, NULL, &action);
    printf("reset: %d\n", action.sa_handler == SIG_DFL);
    alarm(0);
    return 0;
}
