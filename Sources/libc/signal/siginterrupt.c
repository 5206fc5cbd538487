#include <signal.h>

int siginterrupt(int number, int interrupts)
{
    struct sigaction action;

    if (sigaction(number, NULL, &action) < 0) return -1;
    if (interrupts) action.sa_flags &= ~SA_RESTART;
    else action.sa_flags |= SA_RESTART;
    return sigaction(number, &action, NULL);
}
