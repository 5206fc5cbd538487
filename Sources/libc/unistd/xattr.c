#include <sys/xattr.h>
#include "../internal/sys.h"

int setxattr(const char *path, const char *name, const void *value, size_t size, int flags)
{
    return (int)SYSTEM_CALL5(setxattr, path, name, value, size, flags);
}

int lsetxattr(const char *path, const char *name, const void *value, size_t size, int flags)
{
    return (int)SYSTEM_CALL5(lsetxattr, path, name, value, size, flags);
}

int fsetxattr(int fd, const char *name, const void *value, size_t size, int flags)
{
    return (int)SYSTEM_CALL5(fsetxattr, fd, name, value, size, flags);
}

ssize_t getxattr(const char *path, const char *name, void *value, size_t size)
{
    return SYSTEM_CALL4(getxattr, path, name, value, size);
}

ssize_t lgetxattr(const char *path, const char *name, void *value, size_t size)
{
    return SYSTEM_CALL4(lgetxattr, path, name, value, size);
}

ssize_t fgetxattr(int fd, const char *name, void *value, size_t size)
{
    return SYSTEM_CALL4(fgetxattr, fd, name, value, size);
}

ssize_t listxattr(const char *path, char *list, size_t size)
{
    return SYSTEM_CALL3(listxattr, path, list, size);
}

ssize_t llistxattr(const char *path, char *list, size_t size)
{
    return SYSTEM_CALL3(llistxattr, path, list, size);
}

ssize_t flistxattr(int fd, char *list, size_t size)
{
    return SYSTEM_CALL3(flistxattr, fd, list, size);
}

int removexattr(const char *path, const char *name)
{
    return (int)SYSTEM_CALL2(removexattr, path, name);
}

int lremovexattr(const char *path, const char *name)
{
    return (int)SYSTEM_CALL2(lremovexattr, path, name);
}

int fremovexattr(int fd, const char *name)
{
    return (int)SYSTEM_CALL2(fremovexattr, fd, name);
}
