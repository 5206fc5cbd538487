#include <sys/socket.h>
#include "../internal/sys.h"

int socket(int family, int type, int protocol)
{
    return (int)__sys_result(sys_socket(family, type, protocol));
}

int socketpair(int family, int type, int protocol, int ends[2])
{
    return (int)__sys_result(sys_socketpair(family, type, protocol, ends));
}

int bind(int fd, const struct sockaddr *address, socklen_t size)
{
    return (int)__sys_result(sys_bind(fd, address, size));
}

int connect(int fd, const struct sockaddr *address, socklen_t size)
{
    return (int)__sys_result(sys_connect(fd, address, size));
}

int listen(int fd, int waiting)
{
    return (int)__sys_result(sys_listen(fd, waiting));
}

int accept4(int fd, struct sockaddr *address, socklen_t *size, int flags)
{
    return (int)__sys_result(sys_accept4(fd, address, size, flags));
}

int accept(int fd, struct sockaddr *address, socklen_t *size)
{
    return accept4(fd, address, size, 0);
}

int getsockname(int fd, struct sockaddr *address, socklen_t *size)
{
    return (int)__sys_result(sys_getsockname(fd, address, size));
}

int getpeername(int fd, struct sockaddr *address, socklen_t *size)
{
    return (int)__sys_result(sys_getpeername(fd, address, size));
}

int setsockopt(int fd, int level, int option, const void *value, socklen_t size)
{
    return (int)__sys_result(sys_setsockopt(fd, level, option, value, size));
}

int getsockopt(int fd, int level, int option, void *value, socklen_t *size)
{
    return (int)__sys_result(sys_getsockopt(fd, level, option, value, size));
}

int shutdown(int fd, int how)
{
    return (int)__sys_result(sys_shutdown(fd, how));
}
