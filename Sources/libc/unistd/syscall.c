#include <stdarg.h>
#include <unistd.h>
#include "../internal/sys.h"

long (syscall)(long number, ...)
{
    va_list arguments;
    long a, b, c, d, e, f;

    va_start(arguments, number);
    a = va_arg(arguments, long);
    b = va_arg(arguments, long);
    c = va_arg(arguments, long);
    d = va_arg(arguments, long);
    e = va_arg(arguments, long);
    f = va_arg(arguments, long);
    va_end(arguments);
    return __sys_result(__system_call(number, a, b, c, d, e, f));
}
