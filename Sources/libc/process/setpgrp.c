#include <unistd.h>
#include "../internal/sys.h"

/* System V's form, with the new group as the result. */
pid_t setpgrp(void)
{
    return __sys_result(sys_setpgid(0, 0)) < 0 ? -1 : (pid_t)sys_getpgid(0);
}
