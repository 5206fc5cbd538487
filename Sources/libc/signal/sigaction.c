#include <errno.h>
#include "../internal/signals.h"
#include "../internal/sys.h"

/* The kernel's form; the flags that would need a handler are left out. */
struct sigaction_kernel {
    void (*handler)(int);
    unsigned long flags;
    void (*restorer)(void);
    unsigned long mask;
};

int sigaction(int number, const struct sigaction *action, struct sigaction *old)
{
    struct sigaction_kernel kernel;
    long answer;

    if (number < 1 || number >= NSIG) {
        errno = EINVAL;
        return -1;
    }
    if (action) {
        /* A handler cannot be entered from the kernel: for it the signal keeps its usual effect. */
        kernel.handler = action->sa_handler == SIG_IGN ? SIG_IGN : SIG_DFL;
        kernel.flags = (unsigned long)(unsigned)action->sa_flags & (SA_NOCLDSTOP | SA_NOCLDWAIT);
        kernel.restorer = 0;
        kernel.mask = 0;
        answer = sys_rt_sigaction(number, &kernel, NULL, sizeof kernel.mask);
        /* A kernel that knows no signals: there are still those that the program raises. */
        if (answer < 0 && answer != -ENOSYS)
            return (int)__sys_result(answer);
    }
    if (old)
        *old = __signal_actions[number];
    if (action)
        __signal_actions[number] = *action;
    return 0;
}
