#include <sys/select.h>
#include "../internal/sys.h"

int pselect(int count, fd_set *readable, fd_set *writable, fd_set *exceptional, const struct timespec *timeout,
            const sigset_t *mask)
{
    struct timespec limit;
    /* The mask and its size do not fit into the six words that a call has. */
    struct {
        const sigset_t *mask;
        size_t size;
    } pair;

    /* The kernel writes what is left of the time, which the program does not expect. */
    if (timeout) limit = *timeout;
    pair.mask = mask;
    pair.size = sizeof *mask;
    return (int)SYSTEM_CALL(pselect6, count, readable, writable, exceptional, timeout ? &limit : NULL, &pair);
}
