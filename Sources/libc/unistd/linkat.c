#include <unistd.h>
#include "../internal/sys.h"

int linkat(int from_directory, const char *from, int to_directory, const char *to, int flags)
{
    return (int)__sys_result(sys_linkat(from_directory, from, to_directory, to, flags));
}

int symlinkat(const char *target, int directory, const char *path)
{
    return (int)__sys_result(sys_symlinkat(target, directory, path));
}

ssize_t readlinkat(int directory, const char *path, char *target, size_t size)
{
    return __sys_result(sys_readlinkat(directory, path, target, size));
}

int fchownat(int directory, const char *path, uid_t user, gid_t group, int flags)
{
    return (int)__sys_result(sys_fchownat(directory, path, (int)user, (int)group, flags));
}
