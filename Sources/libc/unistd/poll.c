#include <bits/timespec.h>
#include <poll.h>
#include "../internal/sys.h"

int poll(struct pollfd *files, nfds_t count, int milliseconds)
{
    struct timespec limit;

    limit.tv_sec = milliseconds / 1000;
    limit.tv_nsec = milliseconds % 1000 * 1000000L;
    return (int)__sys_result(sys_ppoll(files, count, milliseconds < 0 ? NULL : &limit, NULL, 8));
}
