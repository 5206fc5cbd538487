#include <sys/mount.h>
#include "../internal/sys.h"

int mount(const char *source, const char *target, const char *type, unsigned long flags, const void *data)
{
    return (int)SYSTEM_CALL5(mount, source, target, type, flags, data);
}

int umount2(const char *target, int flags)
{
    return (int)SYSTEM_CALL2(umount2, target, flags);
}

int umount(const char *target)
{
    return (int)SYSTEM_CALL2(umount2, target, 0);
}
