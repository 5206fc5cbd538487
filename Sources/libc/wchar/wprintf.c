#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <stdio.h>
#include <wchar.h>

/* The format becomes UTF-8 and so does what is written. */
static char *wprintf_format(const wchar_t *format)
{
    const wchar_t *at = format;
    size_t size = wcsrtombs(NULL, &at, 0, NULL);
    char *text;

    if (size == (size_t)-1)
        return NULL;
    text = malloc(size + 1);
    if (text) {
        at = format;
        wcsrtombs(text, &at, size + 1, NULL);
    }
    return text;
}

int vfwprintf(FILE *stream, const wchar_t *format, va_list arguments)
{
    char *text = wprintf_format(format);
    int result;

    if (!text)
        return -1;
    result = vfprintf(stream, text, arguments);
    free(text);
    return result;
}

int vswprintf(wchar_t *buffer, size_t size, const wchar_t *format, va_list arguments)
{
    char *text = wprintf_format(format), *bytes = NULL;
    const char *at;
    size_t count;
    int result = -1;

    if (text && vasprintf(&bytes, text, arguments) >= 0) {
        at = bytes;
        count = mbsrtowcs(buffer, &at, size, NULL);
        if (count == (size_t)-1 || at != NULL) {
            if (size > 0)
                buffer[size - 1] = 0;
            errno = EOVERFLOW;
        } else {
            result = (int)count;
        }
    }
    free(bytes);
    free(text);
    return result;
}

int vwprintf(const wchar_t *format, va_list arguments)
{
    return vfwprintf(stdout, format, arguments);
}

int wprintf(const wchar_t *format, ...)
{
    va_list arguments;
    int result;

    va_start(arguments, format);
    result = vfwprintf(stdout, format, arguments);
    va_end(arguments);
    return result;
}

int fwprintf(FILE *stream, const wchar_t *format, ...)
{
    va_list arguments;
    int result;

    va_start(arguments, format);
    result = vfwprintf(stream, format, arguments);
    va_end(arguments);
    return result;
}

int swprintf(wchar_t *buffer, size_t size, const wchar_t *format, ...)
{
    va_list arguments;
    int result;

    va_start(arguments, format);
    result = vswprintf(buffer, size, format, arguments);
    va_end(arguments);
    return result;
}
