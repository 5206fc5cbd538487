#include <sys/eventfd.h>
#include "../internal/sys.h"

int eventfd(unsigned int start, int flags)
{
    return (int)SYSTEM_CALL2(eventfd2, start, flags);
}

int eventfd_read(int fd, eventfd_t *value)
{
    return __sys_result(sys_read(fd, value, sizeof *value)) == (long)sizeof *value ? 0 : -1;
}

int eventfd_write(int fd, eventfd_t value)
{
    return __sys_result(sys_write(fd, &value, sizeof value)) == (long)sizeof value ? 0 : -1;
}
