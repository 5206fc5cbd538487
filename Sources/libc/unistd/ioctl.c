#include <sys/ioctl.h>
#include "../internal/arguments.h"
#include "../internal/names.h"
#include "../internal/sys.h"

int __ioctl(int fd, unsigned long request, ...)
{
    va_list arguments;
    long argument;

    va_start(arguments, request);
    argument = ARGUMENT_WORD(arguments);
    va_end(arguments);
    return (int)__sys_result(sys_ioctl(fd, request, argument));
}
PUBLIC_NAME(ioctl);
