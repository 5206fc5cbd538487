/* However many programs of an unprivileged user want to run, root's has its turn after each of their turns. If it had to wait for all of
   them each time, this would not end within the limit. */
#include "check.h"
#include <grp.h>
#include <sched.h>

enum { OTHERS = 150, TURNS = 100 };

int main(void)
{
    pid_t group = 0;
    int status;

    for (int k = 0; k < OTHERS; k++) {
        pid_t child = fork();

        HOLDS(child >= 0);
        if (child == 0) {
            setpgid(0, group);
            if (setgroups(0, NULL) != 0 || setgid(100) != 0 || setuid(1000) != 0)
                _exit(1);
            for (;;)
                ;
        }
        if (!group)
            group = child;
        setpgid(child, group);
    }
    for (int k = 0; k < TURNS; k++)
        GIVES(0, sched_yield());
    GIVES(0, kill(-group, SIGKILL));
    while (waitpid(-1, &status, 0) > 0)
        HOLDS(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    return finish();
}
