/* kill, and what signals do that nobody handles. */
#include "check.h"

enum { BLOCK = 0, UNBLOCK = 1 };

static int number;

static void kill_self(void)
{
    kill(getpid(), number);
}

static void kill_self_ignoring(void)
{
    signal(number, SIG_IGN);
    kill(getpid(), number);
}

static void sleep_long(void)
{
    setpgid(0, 0);
    sleep(100);
}

static void spin(void)
{
    for (volatile long k = 0; ; k++)
        ;
}

static pid_t start(void (*action)(void))
{
    pid_t child;

    fflush(stdout);
    child = fork();
    if (child == 0) {
        action();
        _exit(1);
    }
    return child;
}

static int ended_by(pid_t child)
{
    int status;

    GIVES(child, waitpid(child, &status, 0));
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

static void defaults(void)
{
    static const int deadly[] = { SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGKILL, SIGUSR1, SIGSEGV,
                                  SIGUSR2, SIGPIPE, SIGALRM, SIGTERM, SIGXCPU, SIGXFSZ, SIGSYS, 40 };
    static const int harmless[] = { SIGCHLD, SIGCONT, SIGURG, SIGWINCH };

    for (int k = 0; k < (int)(sizeof deadly / sizeof *deadly); k++) {
        int status;

        number = deadly[k];
        status = ending_of(kill_self);
        if (status != 128 + number)
            printf("signal %d gives status %d\n", number, status);
        if (number != SIGKILL && ending_of(kill_self_ignoring) != 0)
            printf("signal %d cannot be ignored\n", number);
    }
    for (int k = 0; k < (int)(sizeof harmless / sizeof *harmless); k++) {
        number = harmless[k];
        HOLDS(ending_of(kill_self) == 0);
    }
}

static void others(void)
{
    pid_t child = start(sleep_long);

    usleep(20000);
    GIVES(0, kill(child, 0));
    GIVES(0, kill(child, SIGTERM));
    HOLDS(ended_by(child) == SIGTERM);
    FAILS(ESRCH, kill(child, 0));
    FAILS(ESRCH, kill(child, SIGTERM));
    child = start(spin);
    usleep(20000);
    GIVES(0, kill(child, SIGKILL));
    HOLDS(ended_by(child) == SIGKILL);
    /* Its whole group. */
    child = start(sleep_long);
    while (getpgid(child) != child)
        usleep(1000);
    GIVES(0, kill(-child, SIGUSR1));
    HOLDS(ended_by(child) == SIGUSR1);
    FAILS(ESRCH, kill(-child, SIGUSR1));
    FAILS(EINVAL, kill(getpid(), 65));
    FAILS(EINVAL, kill(getpid(), -1));
    FAILS(ESRCH, kill(0x3ffffff, 0));
    /* One that has ended and was not waited for can be asked about. */
    child = start(kill_self_ignoring);
    usleep(20000);
    GIVES(0, kill(child, 0));
    GIVES(0, kill(child, SIGKILL));
    waitpid(child, NULL, 0);
    GIVES(0, syscall(SYS_tgkill, getpid(), getpid(), 0));
    FAILS(ESRCH, syscall(SYS_tgkill, 0x3ffffff, 0x3ffffff, 0));
    FAILS(EINVAL, syscall(SYS_tgkill, 0, getpid(), 0));
}

static void blocked(void)
{
    unsigned long set = 1ul << (SIGUSR1 - 1) | 1ul << (SIGKILL - 1), old = 99, pending = 0;

    syscall(SYS_rt_sigprocmask, BLOCK, &set, NULL, 8);
    syscall(SYS_rt_sigprocmask, BLOCK, NULL, &old, 8);
    /* KILL cannot be blocked. */
    HOLDS(old == 1ul << (SIGUSR1 - 1));
    kill(getpid(), SIGUSR1);
    HOLDS(syscall(SYS_rt_sigpending, &pending, 8) == 0 && pending == 1ul << (SIGUSR1 - 1));
    printf("still here\n");
    fflush(stdout);
    syscall(SYS_rt_sigprocmask, UNBLOCK, &set, NULL, 8);
    printf("no longer\n");
}

static void calls(void)
{
    unsigned long set = 0, action[4] = { 0 };

    FAILS(EINVAL, syscall(SYS_rt_sigprocmask, 99, &set, NULL, 8));
    FAILS(EINVAL, syscall(SYS_rt_sigprocmask, BLOCK, &set, NULL, 4));
    FAILS(EFAULT, syscall(SYS_rt_sigprocmask, BLOCK, BAD_ADDRESS, NULL, 8));
    GIVES(0, syscall(SYS_rt_sigaction, SIGUSR1, NULL, action, 8));
    HOLDS(action[0] == 0);
    action[0] = 1;
    GIVES(0, syscall(SYS_rt_sigaction, SIGUSR1, action, NULL, 8));
    GIVES(0, syscall(SYS_rt_sigaction, SIGUSR1, NULL, action, 8));
    HOLDS(action[0] == 1);
    FAILS(EINVAL, syscall(SYS_rt_sigaction, SIGKILL, action, NULL, 8));
    FAILS(EINVAL, syscall(SYS_rt_sigaction, SIGSTOP, action, NULL, 8));
    FAILS(EINVAL, syscall(SYS_rt_sigaction, 0, action, NULL, 8));
    FAILS(EINVAL, syscall(SYS_rt_sigaction, 65, action, NULL, 8));
    FAILS(EINVAL, syscall(SYS_rt_sigaction, SIGUSR1, action, NULL, 4));
    FAILS(EFAULT, syscall(SYS_rt_sigaction, SIGUSR2, BAD_ADDRESS, NULL, 8));
}

int main(void)
{
    defaults();
    others();
    HOLDS(ending_of(blocked) == 128 + SIGUSR1);
    calls();
    return finish();
}
