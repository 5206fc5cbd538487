/* A signal that was ignored when the program began is so, and stays so in what it starts; system leaves signals to its command. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static int caught;

static void handler(int number)
{
    caught = number;
}

int main(void)
{
    struct sigaction action;
    sigset_t set;
    char command[64];
    int status;

    /* As it would be had whoever started the program ignored it. */
    unsigned long ignored[4] = { 1, 0, 0, 0 };
    syscall(SYS_rt_sigaction, SIGUSR2, ignored, 0L, 8L);
    printf("%d\n", sigaction(SIGUSR2, NULL, &action));
    printf("%d\n", action.sa_handler == SIG_IGN);
    printf("%d\n", signal(SIGUSR2, handler) == SIG_IGN);
    printf("%d\n", signal(SIGUSR2, SIG_DFL) == handler);
    printf("%d\n", sigaction(SIGUSR1, NULL, &action));
    printf("%d\n", action.sa_handler == SIG_DFL);
    printf("%d\n", signal(SIGUSR1, SIG_IGN) == SIG_DFL);
    printf("%d\n", signal(SIGUSR1, SIG_DFL) == SIG_IGN);
    /* The shell that is started finds it ignored, and so does not end by it. */
    signal(SIGTERM, SIG_IGN);
    fflush(stdout);
    printf("%d\n", WEXITSTATUS(system("kill -TERM $$; exit 5")));
    signal(SIGTERM, SIG_DFL);
    status = system("kill -TERM $$; exit 5");
    printf("%d\n", WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);

    /* An interrupt that comes meanwhile is not for us. */
    signal(SIGINT, handler);
    signal(SIGCHLD, handler);
    sprintf(command, "kill -INT %d; exit 6", (int)getpid());
    printf("%d\n", WEXITSTATUS(system(command)));
    printf("%d\n", caught == SIGCHLD || caught == 0);
    printf("%d\n", signal(SIGINT, SIG_DFL) == handler);
    sigprocmask(SIG_BLOCK, NULL, &set);
    printf("%d\n", sigismember(&set, SIGCHLD));
    return 0;
}
