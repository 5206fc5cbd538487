#include <stdarg.h>
#include <sys/prctl.h>
#include "../internal/sys.h"

int prctl(int option, ...)
{
    va_list arguments;
    unsigned long a, b, c, d;

    va_start(arguments, option);
    a = va_arg(arguments, unsigned long);
    b = va_arg(arguments, unsigned long);
    c = va_arg(arguments, unsigned long);
    d = va_arg(arguments, unsigned long);
    va_end(arguments);
    return (int)SYSTEM_CALL5(prctl, option, a, b, c, d);
}
