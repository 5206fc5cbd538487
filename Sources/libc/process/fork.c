#include <signal.h>
#include <unistd.h>
#include "../internal/names.h"
#include "../internal/pthread.h"
#include "../internal/sys.h"

void (*__fork_handlers)(int where);

pid_t __fork(void)
{
    long answer;

    if (__fork_handlers) __fork_handlers(-1);
    answer = sys_clone(SIGCHLD, NULL, NULL, NULL, NULL);
    if (__fork_handlers) __fork_handlers(answer != 0);
    return (pid_t)__sys_result(answer);
}
PUBLIC_NAME(fork);

/* Sharing memory with the child needs a careful machine-level vfork; a copy does all that is promised. */
pid_t __vfork(void)
{
    return (pid_t)__sys_result(sys_clone(SIGCHLD, NULL, NULL, NULL, NULL));
}
PUBLIC_NAME(vfork);
