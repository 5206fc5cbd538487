#include <errno.h>
#include <poll.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/select.h>
#include "../internal/sys.h"

int select(int count, fd_set *readable, fd_set *writable, fd_set *exceptional,
           struct timeval *timeout)
{
    struct pollfd *files;
    struct timespec limit;
    int fd, used = 0, ready = 0, index;
    long answer;

    if (count < 0 || count > FD_SETSIZE) {
        errno = EINVAL;
        return -1;
    }
    files = malloc(((size_t)count + 1) * sizeof *files);
    if (!files)
        return -1;
    for (fd = 0; fd < count; fd++) {
        short events = 0;
        if (readable && FD_ISSET(fd, readable))
            events |= POLLIN;
        if (writable && FD_ISSET(fd, writable))
            events |= POLLOUT;
        if (exceptional && FD_ISSET(fd, exceptional))
            events |= POLLPRI;
        if (events) {
            files[used].fd = fd;
            files[used].events = events;
            files[used++].revents = 0;
        }
    }
    if (timeout) {
        limit.tv_sec = timeout->tv_sec;
        limit.tv_nsec = timeout->tv_usec * 1000;
    }
    answer = __sys_result(sys_ppoll(files, (size_t)used, timeout ? &limit : NULL, NULL, 8));
    if (answer >= 0) {
        if (readable)
            FD_ZERO(readable);
        if (writable)
            FD_ZERO(writable);
        if (exceptional)
            FD_ZERO(exceptional);
        for (index = 0; index < used; index++) {
            int wanted = files[index].events, happened = files[index].revents;
            fd = files[index].fd;
            if (wanted & POLLIN && happened & (POLLIN | POLLHUP | POLLERR)) {
                FD_SET(fd, readable);
                ready++;
            }
            if (wanted & POLLOUT && happened & (POLLOUT | POLLERR)) {
                FD_SET(fd, writable);
                ready++;
            }
            if (wanted & POLLPRI && happened & POLLPRI) {
                FD_SET(fd, exceptional);
                ready++;
            }
        }
        answer = ready;
    }
    free(files);
    return (int)answer;
}
