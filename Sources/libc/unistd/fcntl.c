#include <fcntl.h>
#include "../internal/arguments.h"
#include "../internal/names.h"
#include "../internal/sys.h"

/* The third argument is a pointer or an int, of which the kernel looks at its half of the word only, or there is none. */
int __fcntl(int fd, int command, ...)
{
    va_list arguments;
    long argument;

    va_start(arguments, command);
    argument = ARGUMENT_WORD(arguments);
    va_end(arguments);
    if (command == F_SETFL) argument = __open_flags((int)argument);
    argument = __sys_result(sys_fcntl(fd, command, argument));
    return command == F_GETFL && argument >= 0 ? __open_flags((int)argument) : (int)argument;
}
PUBLIC_NAME(fcntl);
