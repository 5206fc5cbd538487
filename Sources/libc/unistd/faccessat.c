#include <errno.h>
#include <unistd.h>
#include "../internal/names.h"
#include "../internal/sys.h"

/* The kernel's call has no flags; programs here have one identity, so AT_EACCESS asks the same. */
int __faccessat(int directory, const char *path, int mode, int flags)
{
    if (flags & ~0x200) {
        errno = EINVAL;
        return -1;
    }
    return (int)__sys_result(sys_faccessat(directory, path, mode));
}
PUBLIC_NAME(faccessat);
