#include <signal.h>
#include <unistd.h>
#include "../internal/sys.h"

/* To itself a program raises the signal, so that its handler runs. */
int kill(pid_t pid, int number)
{
    if (number != 0 && pid == (pid_t)sys_getpid())
        return raise(number);
    return (int)__sys_result(sys_kill(pid, number));
}

int killpg(pid_t group, int number)
{
    return (int)__sys_result(sys_kill(-group, number));
}
