#include <poll.h>
#include "../internal/sys.h"

int ppoll(struct pollfd *files, nfds_t count, const struct timespec *timeout, const sigset_t *mask)
{
    struct timespec limit;

    /* The kernel writes what is left of the time, which the program does not expect. */
    if (timeout) limit = *timeout;
    return (int)__sys_result(sys_ppoll(files, count, timeout ? &limit : NULL, mask, sizeof *mask));
}
