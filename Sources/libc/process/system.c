#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>
#include "../internal/names.h"
#include "../internal/sys.h"

INNER_NAME(access);
INNER_NAME(execv);
INNER_NAME(fork);
INNER_NAME(sigaction);

/* While the command runs, the terminal's signals are for it alone, and its end is nobody else's. */
int system(const char *command)
{
    struct sigaction ignore, interrupt, quit;
    sigset_t child_ends, mask;
    char *arguments[4];
    int child, status = -1;
    long answer;

    if (!command)
        return __access("/bin/sh", X_OK) == 0;
    ignore.sa_handler = SIG_IGN;
    ignore.sa_flags = 0;
    ignore.sa_mask.__bits = 0;
    child_ends.__bits = 1UL << (SIGCHLD - 1);
    __sigaction(SIGINT, &ignore, &interrupt);
    __sigaction(SIGQUIT, &ignore, &quit);
    sys_rt_sigprocmask(SIG_BLOCK, &child_ends, &mask, sizeof mask);
    child = __fork();
    if (child == 0) {
        __sigaction(SIGINT, &interrupt, NULL);
        __sigaction(SIGQUIT, &quit, NULL);
        sys_rt_sigprocmask(SIG_SETMASK, &mask, NULL, sizeof mask);
        arguments[0] = "sh";
        arguments[1] = "-c";
        arguments[2] = (char *)command;
        arguments[3] = NULL;
        __execv("/bin/sh", arguments);
        _exit(127);
    }
    if (child > 0) {
        do answer = sys_wait4(child, &status, 0, NULL);
        while (answer == -EINTR);
        if (__sys_result(answer) < 0) status = -1;
    }
    answer = errno;
    __sigaction(SIGINT, &interrupt, NULL);
    __sigaction(SIGQUIT, &quit, NULL);
    sys_rt_sigprocmask(SIG_SETMASK, &mask, NULL, sizeof mask);
    errno = (int)answer;
    return status;
}
