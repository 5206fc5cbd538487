#include <errno.h>
#include <signal.h>
#include <unistd.h>
#include "../internal/sys.h"

int kill(pid_t pid, int number)
{
    long answer = sys_kill(pid, number);

    /* To itself a program can send signals without a kernel that knows them. */
    if (answer == -ENOSYS && number != 0 && pid == (pid_t)sys_getpid())
        return raise(number);
    return (int)__sys_result(answer);
}

int killpg(pid_t group, int number)
{
    return (int)__sys_result(sys_kill(-group, number));
}
