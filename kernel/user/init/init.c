#include <err.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* /init: runs a shell on the console, or what the kernel's command line names behind --, collects what others leave
   behind, and ends with the same status, which ends the machine. */
int main(int count, char **arguments)
{
    static char *shell[] = { "sh", NULL };
    char **command = count > 1 ? arguments + 1 : shell;
    int status;
    pid_t first, ended;

    setenv("PATH", "/bin", 0);
    setenv("HOME", "/", 0);
    first = fork();
    if (first < 0)
        err(1, "fork");
    if (first == 0) {
        execvp(command[0], command);
        err(127, "%s", command[0]);
    }
    while ((ended = wait(&status)) != first)
        if (ended < 0)
            err(1, "wait");
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
