#include <stddef.h>
#include <sys/select.h>
#include "../internal/sys.h"

/* As on Linux `timeout` becomes what is left of it. */
int select(int count, fd_set *readable, fd_set *writable, fd_set *exceptional,
           struct timeval *timeout)
{
    struct timespec limit;
    int answer;

    if (timeout) {
        limit.tv_sec = timeout->tv_sec + timeout->tv_usec / 1000000;
        limit.tv_nsec = timeout->tv_usec % 1000000 * 1000;
    }
    answer = (int)SYSTEM_CALL(pselect6, count, readable, writable, exceptional, timeout ? &limit : NULL, NULL);
    if (timeout) {
        timeout->tv_sec = limit.tv_sec;
        timeout->tv_usec = limit.tv_nsec / 1000;
    }
    return answer;
}
