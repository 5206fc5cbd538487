#include <errno.h>
#include <string.h>
#include <unistd.h>
#include "../internal/signals.h"
#include "../internal/sys.h"

int raise(int number)
{
    struct sigaction *action;
    siginfo_t information;
    long answer;

    if (number < 1 || number >= NSIG) {
        errno = EINVAL;
        return -1;
    }
    answer = sys_tgkill((int)sys_getpid(), (int)sys_gettid(), number);
    if (answer != -ENOSYS)
        return (int)__sys_result(answer);
    /* The kernel knows no signals: handlers run all the same, and those that end a program end it. */
    action = &__signal_actions[number];
    if (action->sa_handler == SIG_IGN)
        return 0;
    if (action->sa_handler != SIG_DFL) {
        memset(&information, 0, sizeof information);
        information.si_signo = number;
        __signal_enter(number, &information, NULL);
        return 0;
    }
    if (number != SIGCHLD && number != SIGCONT && number != SIGURG && number != SIGWINCH)
        _exit(128 + number);
    return 0;
}
