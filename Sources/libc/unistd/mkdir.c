#include <fcntl.h>
#include <sys/stat.h>
#include "../internal/sys.h"

int mkdir(const char *path, mode_t mode)
{
    return (int)__sys_result(sys_mkdirat(AT_FDCWD, path, (int)mode));
}

int mkdirat(int directory, const char *path, mode_t mode)
{
    return (int)__sys_result(sys_mkdirat(directory, path, (int)mode));
}
