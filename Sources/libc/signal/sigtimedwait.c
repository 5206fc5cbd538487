#include <errno.h>
#include <signal.h>
#include "../internal/sys.h"

int sigtimedwait(const sigset_t *set, siginfo_t *information, const struct timespec *limit)
{
    return (int)SYSTEM_CALL4(rt_sigtimedwait, set, information, limit, sizeof *set);
}

int sigwaitinfo(const sigset_t *set, siginfo_t *information)
{
    return (int)SYSTEM_CALL4(rt_sigtimedwait, set, information, NULL, sizeof *set);
}

/* Gives the error. */
int sigwait(const sigset_t *set, int *number)
{
    long answer;

    do answer = __system_call(SYS_rt_sigtimedwait, (long)set, 0, 0, sizeof *set, 0, 0);
    while (answer == -EINTR);
    if (answer < 0) return (int)-answer;
    *number = (int)answer;
    return 0;
}
