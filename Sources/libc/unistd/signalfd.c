#include <sys/signalfd.h>
#include "../internal/sys.h"

int signalfd(int fd, const sigset_t *mask, int flags)
{
    return (int)SYSTEM_CALL4(signalfd4, fd, mask, sizeof *mask, flags);
}
