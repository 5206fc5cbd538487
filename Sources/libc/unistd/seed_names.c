#include <unistd.h>
#include "../internal/sys.h"

/* What the seed's first library called its system calls. */
long _read(int fd, void *bytes, size_t size)
{
    return __sys_result(sys_read(fd, bytes, size));
}

long _write(int fd, const void *bytes, size_t size)
{
    return __sys_result(sys_write(fd, bytes, size));
}

int _open3(const char *path, int flags, int mode)
{
    return (int)__sys_result(sys_open(path, flags, mode));
}
