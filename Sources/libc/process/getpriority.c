#include <errno.h>
#include <sys/resource.h>
#include <unistd.h>
#include "../internal/sys.h"

/* The kernel counts from 40 down to 1, so that no priority looks like an error. */
int getpriority(int which, id_t who)
{
    long result = __sys_result(sys_getpriority(which, (int)who));

    return result < 0 ? -1 : (int)(20 - result);
}

int setpriority(int which, id_t who, int priority)
{
    return (int)__sys_result(sys_setpriority(which, (int)who, priority));
}

int nice(int increment)
{
    int priority = getpriority(PRIO_PROCESS, 0) + increment;

    if (setpriority(PRIO_PROCESS, 0, priority) < 0) {
        if (errno == EACCES)
            errno = EPERM;
        return -1;
    }
    return getpriority(PRIO_PROCESS, 0);
}
