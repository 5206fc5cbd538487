#include <errno.h>
#include <signal.h>
#include "../internal/names.h"
#include "../internal/sys.h"

INNER_NAME(sigaction);
INNER_NAME(sigaddset);
INNER_NAME(sigdelset);
INNER_NAME(sigemptyset);
INNER_NAME(sigismember);

/* System V's way to write signal masks: one signal at a time. */

static int change_mask(int how, int number)
{
    sigset_t set;

    if (__sigemptyset(&set) < 0 || __sigaddset(&set, number) < 0) return -1;
    return (int)__sys_result(sys_rt_sigprocmask(how, &set, NULL, sizeof set));
}

int sighold(int number)
{
    return change_mask(SIG_BLOCK, number);
}

int sigrelse(int number)
{
    return change_mask(SIG_UNBLOCK, number);
}

int sigignore(int number)
{
    return signal(number, SIG_IGN) == SIG_ERR ? -1 : 0;
}

int sigpause(int number)
{
    sigset_t set;

    if (__sys_result(sys_rt_sigprocmask(SIG_BLOCK, NULL, &set, sizeof set)) < 0 || __sigdelset(&set, number) < 0) return -1;
    return (int)__sys_result(sys_rt_sigsuspend(&set, sizeof set));
}

void (*sigset(int number, void (*handler)(int)))(int)
{
    sigset_t set;
    void (*before)(int);

    if (__sys_result(sys_rt_sigprocmask(SIG_BLOCK, NULL, &set, sizeof set)) < 0) return SIG_ERR;
    if (handler == SIG_HOLD) {
        struct sigaction action;
        before = __sigaction(number, NULL, &action) < 0 ? SIG_ERR : action.sa_handler;
        if (before == SIG_ERR || sighold(number) < 0) return SIG_ERR;
    } else {
        before = signal(number, handler);
        if (before == SIG_ERR || sigrelse(number) < 0) return SIG_ERR;
    }
    return __sigismember(&set, number) == 1 ? SIG_HOLD : before;
}
