#include <fcntl.h>
#include "../internal/sys.h"

/* Gives the error. */
int posix_fadvise(int fd, off_t offset, off_t size, int advice)
{
    return (int)-sys_fadvise64(fd, offset, size, advice);
}
