#include <sys/ioctl.h>
#include "../internal/arguments.h"
#include "../internal/sys.h"

int ioctl(int fd, unsigned long request, ...)
{
    va_list arguments;
    long argument;

    va_start(arguments, request);
    argument = ARGUMENT_WORD(arguments);
    va_end(arguments);
    return (int)__sys_result(sys_ioctl(fd, request, argument));
}
