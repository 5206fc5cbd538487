#include <limits.h>
#include <stdio.h>

int vsprintf(char *buffer, const char *format, va_list arguments)
{
    return vsnprintf(buffer, LONG_MAX, format, arguments);
}
