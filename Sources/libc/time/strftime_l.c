#include <time.h>

size_t strftime_l(char *text, size_t size, const char *format, const struct tm *date, locale_t locale)
{
    (void)locale;
    return strftime(text, size, format, date);
}
