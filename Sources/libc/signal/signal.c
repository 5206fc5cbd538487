#include <string.h>
#include "../internal/names.h"
#include "../internal/signals.h"

INNER_NAME(sigaction);

void (*signal(int number, void (*handler)(int)))(int)
{
    struct sigaction action, old;

    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    if (__sigaction(number, &action, &old) < 0)
        return SIG_ERR;
    return old.sa_handler;
}
