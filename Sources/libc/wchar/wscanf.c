#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include "../internal/scan.h"
#include "../internal/wide.h"

/* Format and text become UTF-8, in any locale; the engine counts its characters. */

int vfwscanf(FILE *stream, const wchar_t *format, va_list arguments)
{
    char *text = __utf8_of_wide(format);
    int result = text ? __scan_stream(stream, text, arguments, 1) : EOF;

    free(text);
    return result;
}

int vswscanf(const wchar_t *buffer, const wchar_t *format, va_list arguments)
{
    char *text = __utf8_of_wide(format), *from = __utf8_of_wide(buffer);
    int result = text && from ? __scan_text(from, text, arguments, 1) : EOF;

    free(text);
    free(from);
    return result;
}

int vwscanf(const wchar_t *format, va_list arguments)
{
    return vfwscanf(stdin, format, arguments);
}

int wscanf(const wchar_t *format, ...)
{
    va_list arguments;
    int result;

    va_start(arguments, format);
    result = vfwscanf(stdin, format, arguments);
    va_end(arguments);
    return result;
}

int fwscanf(FILE *stream, const wchar_t *format, ...)
{
    va_list arguments;
    int result;

    va_start(arguments, format);
    result = vfwscanf(stream, format, arguments);
    va_end(arguments);
    return result;
}

int swscanf(const wchar_t *buffer, const wchar_t *format, ...)
{
    va_list arguments;
    int result;

    va_start(arguments, format);
    result = vswscanf(buffer, format, arguments);
    va_end(arguments);
    return result;
}
