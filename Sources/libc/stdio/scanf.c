#include <stdarg.h>
#include <stdio.h>

int vscanf(const char *format, va_list arguments)
{
    return vfscanf(stdin, format, arguments);
}

int scanf(const char *format, ...)
{
    va_list arguments;
    int result;

    va_start(arguments, format);
    result = vfscanf(stdin, format, arguments);
    va_end(arguments);
    return result;
}
