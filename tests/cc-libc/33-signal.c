/* signal, raise, sigaction: handlers run inside raise; SIG_IGN and SIG_DFL. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t seen;

static void note(int number)
{
    seen = number;
}

int main(void)
{
    struct sigaction action, old;
    sigset_t set;
    int child, status;

    printf("%d\n", signal(SIGUSR1, note) == SIG_DFL);
    printf("%d", raise(SIGUSR1));
    printf(" %d\n", seen);
    printf("%d\n", signal(SIGUSR1, SIG_IGN) == note);
    seen = 0;
    printf("%d", raise(SIGUSR1));
    printf(" %d\n", seen);
    memset(&action, 0, sizeof action);
    action.sa_handler = note;
    printf("%d", sigaction(SIGTERM, &action, &old));
    printf(" %d\n", old.sa_handler == SIG_DFL);
    kill(getpid(), SIGTERM);
    printf("%d\n", seen);
    errno = 0;
    printf("%d", signal(1000, note) == SIG_ERR);
    printf(" %d\n", errno == EINVAL);

    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    printf("%d %d\n", sigismember(&set, SIGINT), sigismember(&set, SIGHUP));
    sigfillset(&set);
    sigdelset(&set, SIGHUP);
    printf("%d %d\n", sigismember(&set, SIGINT), sigismember(&set, SIGHUP));

    fflush(stdout);
    child = fork();
    if (child == 0) {
        signal(SIGTERM, SIG_DFL);
        raise(SIGTERM);
        _exit(0);
    }
    waitpid(child, &status, 0);
    printf("%d %d\n", WIFSIGNALED(status), WTERMSIG(status));
    printf("%s\n", strsignal(SIGSEGV));
    return 0;
}
