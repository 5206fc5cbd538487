#include <fcntl.h>
#include <stdarg.h>
#include "../internal/sys.h"

/* The third argument is an int or a pointer, or there is none and what is taken does not matter. */
int fcntl(int fd, int command, ...)
{
    va_list arguments;
    long argument;

    va_start(arguments, command);
    switch (command) {
    case F_GETLK:
    case F_SETLK:
    case F_SETLKW:
    case F_OFD_GETLK:
    case F_OFD_SETLK:
    case F_OFD_SETLKW:
    case F_GETOWN_EX:
    case F_SETOWN_EX:
        argument = (long)va_arg(arguments, void *);
        break;
    case F_GETFD:
    case F_GETFL:
    case F_GETOWN:
        argument = 0;
        break;
    default:
        argument = va_arg(arguments, int);
    }
    va_end(arguments);
    if (command == F_SETFL) argument = __open_flags((int)argument);
    argument = __sys_result(sys_fcntl(fd, command, argument));
    return command == F_GETFL && argument >= 0 ? __open_flags((int)argument) : (int)argument;
}
