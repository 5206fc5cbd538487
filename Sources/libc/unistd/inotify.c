#include <sys/inotify.h>
#include "../internal/sys.h"

int inotify_init1(int flags)
{
    return (int)SYSTEM_CALL1(inotify_init1, flags);
}

int inotify_init(void)
{
    return (int)SYSTEM_CALL1(inotify_init1, 0);
}

int inotify_add_watch(int fd, const char *path, uint32_t mask)
{
    return (int)SYSTEM_CALL3(inotify_add_watch, fd, path, mask);
}

int inotify_rm_watch(int fd, int watch)
{
    return (int)SYSTEM_CALL2(inotify_rm_watch, fd, watch);
}
