/* /init of scripts/test-kernel-ends.sh: it ignores its children, so those that others leave behind are gone when they end;
   42 if so. */
#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int ends[2], zombie = 0;

    signal(SIGCHLD, SIG_IGN);
    if (pipe(ends) != 0)
        return 1;
    if (fork() == 0) {
        signal(SIGCHLD, SIG_DFL);
        zombie = fork();
        if (zombie == 0)
            _exit(0);
        usleep(50000);
        write(ends[1], &zombie, sizeof zombie);
        _exit(0);
    }
    if (read(ends[0], &zombie, sizeof zombie) != sizeof zombie || zombie <= 0)
        return 2;
    usleep(50000);
    if (kill(zombie, 0) != -1 || errno != ESRCH)
        return 3;
    return wait(NULL) == -1 && errno == ECHILD ? 42 : 4;
}
