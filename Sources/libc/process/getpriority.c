#include <errno.h>
#include <sys/resource.h>
#include <unistd.h>
#include "../internal/names.h"
#include "../internal/sys.h"

/* The kernel counts from 40 down to 1, so that no priority looks like an error. */
int __getpriority(int which, id_t who)
{
    long result = __sys_result(sys_getpriority(which, (int)who));

    return result < 0 ? -1 : (int)(20 - result);
}
PUBLIC_NAME(getpriority);

int __setpriority(int which, id_t who, int priority)
{
    return (int)__sys_result(sys_setpriority(which, (int)who, priority));
}
PUBLIC_NAME(setpriority);

int __nice(int increment)
{
    int priority = __getpriority(PRIO_PROCESS, 0) + increment;

    if (__setpriority(PRIO_PROCESS, 0, priority) < 0) {
        if (errno == EACCES)
            errno = EPERM;
        return -1;
    }
    return __getpriority(PRIO_PROCESS, 0);
}
PUBLIC_NAME(nice);
