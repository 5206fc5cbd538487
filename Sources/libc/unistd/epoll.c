#include <errno.h>
#include <string.h>
#include <sys/epoll.h>
#include "../internal/names.h"
#include "../internal/sys.h"

/* amd64's kernel leaves no gap behind the bits of an event. */
enum { DENSE_EVENT = 12 };

int __epoll_create1(int flags)
{
    return (int)SYSTEM_CALL1(epoll_create1, flags);
}
PUBLIC_NAME(epoll_create1);

int __epoll_create(int size)
{
    if (size <= 0) {
        errno = EINVAL;
        return -1;
    }
    return (int)SYSTEM_CALL1(epoll_create1, 0);
}
PUBLIC_NAME(epoll_create);

int __epoll_ctl(int poll, int operation, int fd, struct epoll_event *event)
{
    unsigned char dense[DENSE_EVENT];

    if (sys_machine() != SYS_MACHINE_AMD64 || !event) return (int)SYSTEM_CALL4(epoll_ctl, poll, operation, fd, event);
    memcpy(dense, &event->events, sizeof event->events);
    memcpy(dense + sizeof event->events, &event->data, sizeof event->data);
    return (int)SYSTEM_CALL4(epoll_ctl, poll, operation, fd, dense);
}
PUBLIC_NAME(epoll_ctl);

int __epoll_pwait(int poll, struct epoll_event *events, int most, int milliseconds, const sigset_t *mask)
{
    long count = SYSTEM_CALL(epoll_pwait, poll, events, most, milliseconds, mask, sizeof *mask);
    long i;

    /* Spreads the events where they are, the last one first. */
    if (sys_machine() == SYS_MACHINE_AMD64)
        for (i = count - 1; i >= 0; i--) {
            struct epoll_event event;
            const unsigned char *dense = (unsigned char *)events + i * DENSE_EVENT;
            memcpy(&event.events, dense, sizeof event.events);
            memcpy(&event.data, dense + sizeof event.events, sizeof event.data);
            events[i] = event;
        }
    return (int)count;
}
PUBLIC_NAME(epoll_pwait);

int __epoll_wait(int poll, struct epoll_event *events, int most, int milliseconds)
{
    return __epoll_pwait(poll, events, most, milliseconds, NULL);
}
PUBLIC_NAME(epoll_wait);
