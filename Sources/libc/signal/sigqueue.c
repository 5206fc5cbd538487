#include <signal.h>
#include <string.h>
#include <unistd.h>
#include "../internal/sys.h"

int sigqueue(pid_t pid, int number, const union sigval value)
{
    siginfo_t information;

    memset(&information, 0, sizeof information);
    information.si_signo = number;
    information.si_code = SI_QUEUE;
    information.si_pid = (pid_t)sys_getpid();
    information.si_uid = (uid_t)sys_getuid();
    information.si_value = value;
    return (int)SYSTEM_CALL3(rt_sigqueueinfo, pid, number, &information);
}
