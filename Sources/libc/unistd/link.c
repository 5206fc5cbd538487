#include <fcntl.h>
#include <unistd.h>
#include "../internal/names.h"
#include "../internal/sys.h"

int __link(const char *from, const char *to)
{
    return (int)__sys_result(sys_linkat(AT_FDCWD, from, AT_FDCWD, to, 0));
}
PUBLIC_NAME(link);

int __symlink(const char *target, const char *path)
{
    return (int)__sys_result(sys_symlinkat(target, AT_FDCWD, path));
}
PUBLIC_NAME(symlink);

ssize_t __readlink(const char *path, char *target, size_t size)
{
    return __sys_result(sys_readlinkat(AT_FDCWD, path, target, size));
}
PUBLIC_NAME(readlink);
