#include <fcntl.h>
#include <stdarg.h>
#include "../internal/sys.h"

/* The third argument is an int or a pointer, or there is none and what is taken does not matter. */
int fcntl(int fd, int command, ...)
{
    va_list arguments;
    long argument = 0;

    va_start(arguments, command);
    if (command == F_GETLK || command == F_SETLK || command == F_SETLKW)
        argument = (long)va_arg(arguments, void *);
    else if (command != F_GETFD && command != F_GETFL && command != F_GETOWN)
        argument = va_arg(arguments, int);
    va_end(arguments);
    return (int)__sys_result(sys_fcntl(fd, command, argument));
}
