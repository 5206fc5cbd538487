#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include "../internal/names.h"
#include "../internal/sys.h"

INNER_NAME(fstatat);

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
    if (flags & ~AT_SYMLINK_NOFOLLOW) {
        errno = EINVAL;
        return -1;
    }
    /* Linux changes what a link points to, and can refuse to follow it only since 6.6. */
    if (flags & AT_SYMLINK_NOFOLLOW) {
        struct stat status;

        if (__fstatat(directory, path, &status, AT_SYMLINK_NOFOLLOW) < 0) return -1;
        if (S_ISLNK(status.st_mode)) {
            errno = EOPNOTSUPP;
            return -1;
        }
    }
    return (int)__sys_result(sys_fchmodat(directory, path, (int)mode));
}
