#include <stdarg.h>
#include <stdio.h>

int sscanf(const char *text, const char *format, ...)
{
    va_list arguments;
    int result;

    va_start(arguments, format);
    result = vsscanf(text, format, arguments);
    va_end(arguments);
    return result;
}
