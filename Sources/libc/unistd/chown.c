#include <fcntl.h>
#include <unistd.h>
#include "../internal/sys.h"

int chown(const char *path, uid_t user, gid_t group)
{
    return (int)__sys_result(sys_fchownat(AT_FDCWD, path, (int)user, (int)group, 0));
}

int lchown(const char *path, uid_t user, gid_t group)
{
    return (int)__sys_result(sys_fchownat(AT_FDCWD, path, (int)user, (int)group, AT_SYMLINK_NOFOLLOW));
}

int fchown(int fd, uid_t user, gid_t group)
{
    return (int)__sys_result(sys_fchownat(fd, "", (int)user, (int)group, AT_EMPTY_PATH));
}
