#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include "../internal/names.h"
#include "../internal/sys.h"

INNER_NAME(open);

int __posix_openpt(int flags)
{
    int fd = __open("/dev/ptmx", flags);

    if (fd < 0 && errno == ENOSPC)
        errno = EAGAIN;
    return fd;
}
PUBLIC_NAME(posix_openpt);

int __getpt(void)
{
    return __posix_openpt(O_RDWR);
}
PUBLIC_NAME(getpt);

/* POSIX calls what is no controller an invalid argument. */
static int openpt_request(int controller, unsigned long request, void *argument)
{
    int result = (int)__sys_result(sys_ioctl(controller, request, (long)argument));

    if (result < 0 && errno == ENOTTY)
        errno = EINVAL;
    return result;
}

/* The kernel gives the terminal to who opened its controller. */
int __grantpt(int controller)
{
    int number;

    return openpt_request(controller, TIOCGPTN, &number);
}
PUBLIC_NAME(grantpt);

int __unlockpt(int controller)
{
    int lock = 0;

    return openpt_request(controller, TIOCSPTLCK, &lock);
}
PUBLIC_NAME(unlockpt);

int __ptsname_r(int controller, char *name, size_t size)
{
    int number;

    if (__sys_result(sys_ioctl(controller, TIOCGPTN, (long)&number)) < 0)
        return errno;
    if (!name || (size_t)snprintf(name, size, "/dev/pts/%d", number) >= size) {
        errno = ERANGE;
        return ERANGE;
    }
    return 0;
}
PUBLIC_NAME(ptsname_r);

char *__ptsname(int controller)
{
    static char name[32];

    return __ptsname_r(controller, name, sizeof name) == 0 ? name : NULL;
}
PUBLIC_NAME(ptsname);
