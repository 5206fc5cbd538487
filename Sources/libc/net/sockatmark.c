#include <sys/ioctl.h>
#include <sys/socket.h>
#include "../internal/sys.h"

int sockatmark(int fd)
{
    int answer;

    return __sys_result(sys_ioctl(fd, SIOCATMARK, (long)&answer)) < 0 ? -1 : answer;
}
