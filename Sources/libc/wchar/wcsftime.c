#include <stdlib.h>
#include <time.h>
#include <wchar.h>

size_t wcsftime(wchar_t *text, size_t size, const wchar_t *format, const struct tm *date)
{
    char narrow_format[256], narrow[1024];
    size_t count;

    if (wcstombs(narrow_format, format, sizeof narrow_format) >= sizeof narrow_format
        || strftime(narrow, sizeof narrow, narrow_format, date) == 0)
        return 0;
    count = mbstowcs(text, narrow, size);
    return count < size ? count : 0;
}
