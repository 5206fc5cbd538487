#include <signal.h>

int sigisemptyset(const sigset_t *set)
{
    return set->__bits == 0;
}

int sigandset(sigset_t *set, const sigset_t *a, const sigset_t *b)
{
    set->__bits = a->__bits & b->__bits;
    return 0;
}

int sigorset(sigset_t *set, const sigset_t *a, const sigset_t *b)
{
    set->__bits = a->__bits | b->__bits;
    return 0;
}
