#include <sys/prctl.h>
#include "../internal/arguments.h"
#include "../internal/sys.h"

int prctl(int option, ...)
{
    va_list arguments;
    long a, b, c, d;

    va_start(arguments, option);
    a = ARGUMENT_WORD(arguments);
    b = ARGUMENT_WORD(arguments);
    c = ARGUMENT_WORD(arguments);
    d = ARGUMENT_WORD(arguments);
    va_end(arguments);
    return (int)SYSTEM_CALL5(prctl, option, a, b, c, d);
}
