#include <stdarg.h>
#include <sys/ioctl.h>
#include "../internal/sys.h"

int ioctl(int fd, unsigned long request, ...)
{
    va_list arguments;
    long argument;

    va_start(arguments, request);
    argument = (long)va_arg(arguments, void *);
    va_end(arguments);
    return (int)__sys_result(sys_ioctl(fd, request, argument));
}
