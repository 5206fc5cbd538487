#include <errno.h>
#include <signal.h>

static int sigset_bad(int number)
{
    if (number >= 1 && number < NSIG)
        return 0;
    errno = EINVAL;
    return 1;
}

int sigemptyset(sigset_t *set)
{
    set->__bits = 0;
    return 0;
}

int sigfillset(sigset_t *set)
{
    set->__bits = ~0UL;
    return 0;
}

int sigaddset(sigset_t *set, int number)
{
    if (sigset_bad(number))
        return -1;
    set->__bits |= 1UL << (number - 1);
    return 0;
}

int sigdelset(sigset_t *set, int number)
{
    if (sigset_bad(number))
        return -1;
    set->__bits &= ~(1UL << (number - 1));
    return 0;
}

int sigismember(const sigset_t *set, int number)
{
    if (sigset_bad(number))
        return -1;
    return (int)(set->__bits >> (number - 1) & 1);
}
