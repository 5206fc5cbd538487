#include <sys/file.h>
#include "../internal/sys.h"

int flock(int fd, int operation)
{
    return (int)__sys_result(sys_flock(fd, operation));
}
