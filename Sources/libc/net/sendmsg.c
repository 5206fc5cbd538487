#include <sys/socket.h>
#include "../internal/names.h"
#include "../internal/sys.h"

ssize_t __sendmsg(int fd, const struct msghdr *message, int flags)
{
    return __sys_result(sys_sendmsg(fd, message, flags));
}
PUBLIC_NAME(sendmsg);

ssize_t __recvmsg(int fd, struct msghdr *message, int flags)
{
    return __sys_result(sys_recvmsg(fd, message, flags));
}
PUBLIC_NAME(recvmsg);

struct cmsghdr *__cmsg_next(const struct msghdr *message, const struct cmsghdr *header)
{
    size_t size = CMSG_ALIGN(header->cmsg_len);
    size_t left = message->msg_controllen - (size_t)((const char *)header - (const char *)message->msg_control);

    if (header->cmsg_len < sizeof *header || left < size + sizeof *header) return NULL;
    return (struct cmsghdr *)(void *)((char *)(size_t)header + size);
}
