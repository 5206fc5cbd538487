#include <sys/socket.h>
#include "../internal/sys.h"

ssize_t sendto(int fd, const void *bytes, size_t size, int flags, const struct sockaddr *address, socklen_t address_size)
{
    return __sys_result(sys_sendto(fd, bytes, size, flags, address, address_size));
}

ssize_t send(int fd, const void *bytes, size_t size, int flags)
{
    return sendto(fd, bytes, size, flags, NULL, 0);
}

ssize_t recvfrom(int fd, void *bytes, size_t size, int flags, struct sockaddr *address, socklen_t *address_size)
{
    return __sys_result(sys_recvfrom(fd, bytes, size, flags, address, address_size));
}

ssize_t recv(int fd, void *bytes, size_t size, int flags)
{
    return recvfrom(fd, bytes, size, flags, NULL, NULL);
}
