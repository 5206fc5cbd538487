#include <errno.h>
#include "../internal/names.h"
#include "../internal/signals.h"
#include "../internal/sys.h"

/* The kernel's form on all machines: on riscv64 the third word is the mask, so that stays empty, and the handler's mask is
   set when the handler is entered. */
struct sigaction_kernel {
    void (*handler)(int);
    unsigned long flags;
    void *restorer;
    unsigned long mask;
};

enum { SA_RESTORER = 0x04000000 };

int __sigaction(int number, const struct sigaction *action, struct sigaction *old)
{
    struct sigaction before;
    struct sigaction_kernel kernel, present;
    long answer;

    /* What lies between the named signals and the first real-time one is for the library alone. */
    if (number < 1 || number >= NSIG || (number > SIGSYS && number < SIGRTMIN)) {
        errno = EINVAL;
        return -1;
    }
    before = __signal_actions[number];
    if (action) {
        kernel.handler = action->sa_handler;
        kernel.flags = (unsigned)action->sa_flags;
        kernel.restorer = NULL;
        kernel.mask = 0;
        if (action->sa_handler != SIG_DFL && action->sa_handler != SIG_IGN) {
            kernel.handler = (void (*)(int))(void (*)(void))sys_signal_entry;
            kernel.restorer = sys_signal_restorer();
            kernel.flags |= SA_SIGINFO | (kernel.restorer ? SA_RESTORER : 0);
            sys_signal_function = __signal_enter;
        }
        /* Before the kernel may call it. */
        __signal_actions[number] = *action;
    }
    if (action || (old && before.sa_handler == SIG_DFL)) {
        answer = sys_rt_sigaction(number, action ? &kernel : NULL, &present, sizeof kernel.mask);
        /* A kernel that knows no signals: there are still those that the program raises. */
        if (answer < 0 && answer != -ENOSYS) {
            __signal_actions[number] = before;
            return (int)__sys_result(answer);
        }
        /* What the program never said: a signal that was ignored when it began. */
        if (answer == 0 && before.sa_handler == SIG_DFL && present.handler == SIG_IGN) before.sa_handler = SIG_IGN;
    }
    if (old)
        *old = before;
    return 0;
}
PUBLIC_NAME(sigaction);
