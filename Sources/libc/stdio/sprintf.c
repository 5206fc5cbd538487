#include <limits.h>
#include <stdarg.h>
#include <stdio.h>

int sprintf(char *buffer, const char *format, ...)
{
    va_list arguments;
    int result;

    va_start(arguments, format);
    result = vsnprintf(buffer, LONG_MAX, format, arguments);
    va_end(arguments);
    return result;
}
