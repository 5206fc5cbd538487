#include <errno.h>
#include <signal.h>
#include "../internal/names.h"

static int sigset_bad(int number)
{
    if (number >= 1 && number < NSIG)
        return 0;
    errno = EINVAL;
    return 1;
}

int __sigemptyset(sigset_t *set)
{
    set->__bits = 0;
    return 0;
}
PUBLIC_NAME(sigemptyset);

int __sigfillset(sigset_t *set)
{
    set->__bits = ~0UL;
    return 0;
}
PUBLIC_NAME(sigfillset);

int __sigaddset(sigset_t *set, int number)
{
    if (sigset_bad(number))
        return -1;
    set->__bits |= 1UL << (number - 1);
    return 0;
}
PUBLIC_NAME(sigaddset);

int __sigdelset(sigset_t *set, int number)
{
    if (sigset_bad(number))
        return -1;
    set->__bits &= ~(1UL << (number - 1));
    return 0;
}
PUBLIC_NAME(sigdelset);

int __sigismember(const sigset_t *set, int number)
{
    if (sigset_bad(number))
        return -1;
    return (int)(set->__bits >> (number - 1) & 1);
}
PUBLIC_NAME(sigismember);
