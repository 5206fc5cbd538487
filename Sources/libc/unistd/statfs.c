#include <sys/statfs.h>
#include "../internal/sys.h"

int statfs(const char *path, struct statfs *result)
{
    return (int)__sys_result(sys_statfs(path, result));
}

int fstatfs(int fd, struct statfs *result)
{
    return (int)__sys_result(sys_fstatfs(fd, result));
}
