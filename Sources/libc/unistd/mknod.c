#include <fcntl.h>
#include <sys/stat.h>
#include "../internal/sys.h"

int mknodat(int directory, const char *path, mode_t mode, dev_t device)
{
    return (int)__sys_result(sys_mknodat(directory, path, (int)mode, (long)device));
}

int mknod(const char *path, mode_t mode, dev_t device)
{
    return mknodat(AT_FDCWD, path, mode, device);
}

int mkfifoat(int directory, const char *path, mode_t mode)
{
    return mknodat(directory, path, mode | S_IFIFO, 0);
}

int mkfifo(const char *path, mode_t mode)
{
    return mkfifoat(AT_FDCWD, path, mode);
}
