#include <errno.h>
#include "../internal/signals.h"
#include "../internal/sys.h"

/* Called by the kernel by way of sys_signal_entry, and by raise where there is no such kernel. */
void __signal_enter(int number, void *information, void *context)
{
    struct sigaction action = __signal_actions[number];
    int error = errno;

    if ((unsigned)action.sa_flags & SA_RESETHAND)
        __signal_actions[number].sa_handler = SIG_DFL;
    /* The kernel takes the mask back when the handler returns. */
    if (action.sa_mask.__bits)
        sys_rt_sigprocmask(SIG_BLOCK, &action.sa_mask, NULL, sizeof action.sa_mask);
    if (action.sa_flags & SA_SIGINFO)
        action.sa_sigaction(number, information, context);
    else if (action.sa_handler != SIG_DFL && action.sa_handler != SIG_IGN)
        action.sa_handler(number);
    errno = error;
}
