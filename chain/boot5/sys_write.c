#include <unistd.h>

/* Fixtures write by the one function that every link with libp1pp has. */
long sys_write(int fd, const void *bytes, size_t size)
{
    return write(fd, bytes, size);
}
