#include <errno.h>
#include <string.h>
#include <unistd.h>
#include "../internal/signals.h"
#include "../internal/sys.h"

int raise(int number)
{
    struct sigaction action;
    long answer;

    if (number < 1 || number >= NSIG) {
        errno = EINVAL;
        return -1;
    }
    action = __signal_actions[number];
    if (action.sa_handler == SIG_IGN)
        return 0;
    if (action.sa_handler != SIG_DFL) {
        if ((unsigned)action.sa_flags & SA_RESETHAND)
            __signal_actions[number].sa_handler = SIG_DFL;
        if (action.sa_flags & SA_SIGINFO) {
            siginfo_t information;
            memset(&information, 0, sizeof information);
            information.si_signo = number;
            information.si_pid = (pid_t)sys_getpid();
            action.sa_sigaction(number, &information, NULL);
        } else {
            action.sa_handler(number);
        }
        return 0;
    }
    answer = sys_kill((int)sys_getpid(), number);
    /* Where the kernel sends no signals, those that end a program end it all the same. */
    if (answer == -ENOSYS && number != SIGCHLD && number != SIGCONT && number != SIGURG
        && number != SIGWINCH)
        _exit(128 + number);
    return (int)__sys_result(answer);
}
