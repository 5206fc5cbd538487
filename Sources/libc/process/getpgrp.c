#include <unistd.h>
#include "../internal/sys.h"

pid_t getpgrp(void)
{
    return (pid_t)__sys_result(sys_getpgid(0));
}
