#include <sys/socket.h>
#include "../internal/sys.h"

int sendmmsg(int fd, struct mmsghdr *messages, unsigned int count, int flags)
{
    return (int)SYSTEM_CALL4(sendmmsg, fd, messages, count, flags);
}

int recvmmsg(int fd, struct mmsghdr *messages, unsigned int count, int flags, struct timespec *limit)
{
    return (int)SYSTEM_CALL5(recvmmsg, fd, messages, count, flags, limit);
}
