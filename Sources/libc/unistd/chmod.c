#include <fcntl.h>
#include <sys/stat.h>
#include "../internal/sys.h"

int chmod(const char *path, mode_t mode)
{
    return (int)__sys_result(sys_fchmodat(AT_FDCWD, path, (int)mode));
}

int fchmod(int fd, mode_t mode)
{
    return (int)__sys_result(sys_fchmod(fd, (int)mode));
}

int fchmodat(int directory, const char *path, mode_t mode, int flags)
{
    (void)flags;
    return (int)__sys_result(sys_fchmodat(directory, path, (int)mode));
}
