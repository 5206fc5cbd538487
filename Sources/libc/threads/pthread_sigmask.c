#include <errno.h>
#include <signal.h>
#include "../internal/pthread.h"
#include "../internal/sys.h"

int pthread_sigmask(int how, const sigset_t *set, sigset_t *old)
{
    return (int)-sys_rt_sigprocmask(how, set, old, sizeof *set);
}

int pthread_kill(pthread_t thread, int number)
{
    if (thread != ONE_THREAD) return ESRCH;
    return (int)-sys_tgkill((int)sys_getpid(), (int)sys_gettid(), number);
}
