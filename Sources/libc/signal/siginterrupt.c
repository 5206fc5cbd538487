#include <signal.h>
#include "../internal/names.h"

INNER_NAME(sigaction);

int siginterrupt(int number, int interrupts)
{
    struct sigaction action;

    if (__sigaction(number, NULL, &action) < 0) return -1;
    if (interrupts) action.sa_flags &= ~SA_RESTART;
    else action.sa_flags |= SA_RESTART;
    return __sigaction(number, &action, NULL);
}
