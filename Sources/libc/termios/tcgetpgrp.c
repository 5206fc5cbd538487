#include <sys/ioctl.h>
#include <unistd.h>
#include "../internal/sys.h"

/* The process group that a terminal belongs to. */
pid_t tcgetpgrp(int fd)
{
    int group;

    return __sys_result(sys_ioctl(fd, TIOCGPGRP, (long)&group)) < 0 ? -1 : group;
}

int tcsetpgrp(int fd, pid_t group)
{
    return (int)__sys_result(sys_ioctl(fd, TIOCSPGRP, (long)&group));
}
