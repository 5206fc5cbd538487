#include <unistd.h>
#include "../internal/sys.h"

enum { TCGETPGRP_GET = 0x540f, TCGETPGRP_SET = 0x5410 };

/* The process group that a terminal belongs to. */
pid_t tcgetpgrp(int fd)
{
    int group;

    return __sys_result(sys_ioctl(fd, TCGETPGRP_GET, (long)&group)) < 0 ? -1 : group;
}

int tcsetpgrp(int fd, pid_t group)
{
    return (int)__sys_result(sys_ioctl(fd, TCGETPGRP_SET, (long)&group));
}
