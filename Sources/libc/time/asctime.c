#include <errno.h>
#include <limits.h>
#include <string.h>
#include <time.h>
#include "../internal/calendar.h"
#include "../internal/date.h"

static char asctime_text[48];

static char *asctime_number(char *at, int value, int width, char fill)
{
    char digits[12];
    int count = 0, negative = value < 0;
    unsigned int rest = negative ? 0u - (unsigned int)value : (unsigned int)value;

    do {
        digits[count++] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (negative)
        digits[count++] = '-';
    while (width-- > count)
        *at++ = fill;
    while (count > 0)
        *at++ = digits[--count];
    return at;
}

/* "Thu Jan  1 00:00:00 1970\n" */
char *__format_date(const struct tm *date, char *text, size_t size)
{
    /* Six numbers of up to eleven digits. */
    char line[96], *at = line;

    memcpy(at, (unsigned)date->tm_wday < 7 ? __day_names[date->tm_wday] : "???", 3);
    at[3] = ' ';
    memcpy(at + 4, (unsigned)date->tm_mon < 12 ? __month_names[date->tm_mon] : "???", 3);
    at = asctime_number(at + 7, date->tm_mday, 3, ' ');
    *at++ = ' ';
    at = asctime_number(at, date->tm_hour, 2, '0');
    *at++ = ':';
    at = asctime_number(at, date->tm_min, 2, '0');
    *at++ = ':';
    at = asctime_number(at, date->tm_sec, 2, '0');
    *at++ = ' ';
    at = asctime_number(at, (int)(1900 + (unsigned int)date->tm_year), 1, ' ');
    *at++ = '\n';
    *at++ = 0;
    if (date->tm_year > INT_MAX - 1900 || (size_t)(at - line) > size) {
        errno = EOVERFLOW;
        return NULL;
    }
    return memcpy(text, line, (size_t)(at - line));
}

char *asctime(const struct tm *date)
{
    return __format_date(date, asctime_text, sizeof asctime_text);
}
