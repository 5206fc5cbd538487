#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include "../internal/names.h"

int __vasprintf(char **result, const char *format, va_list arguments)
{
    va_list again;
    int size;

    va_copy(again, arguments);
    size = vsnprintf(NULL, 0, format, again);
    va_end(again);
    *result = size < 0 ? NULL : malloc((size_t)size + 1);
    if (!*result)
        return -1;
    return vsnprintf(*result, (size_t)size + 1, format, arguments);
}
PUBLIC_NAME(vasprintf);

int __asprintf(char **result, const char *format, ...)
{
    va_list arguments;
    int size;

    va_start(arguments, format);
    size = __vasprintf(result, format, arguments);
    va_end(arguments);
    return size;
}
PUBLIC_NAME(asprintf);
