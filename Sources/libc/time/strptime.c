#include <ctype.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include "../internal/calendar.h"

static const char *strptime_number(const char *text, int digits, int low, int high, int *value)
{
    int number = 0, count = 0;

    while (isspace((unsigned char)*text))
        text++;
    for (; count < digits && isdigit((unsigned char)*text); count++)
        number = number * 10 + (*text++ - '0');
    if (count == 0 || number < low || number > high)
        return NULL;
    *value = number;
    return text;
}

/* A name in full or its first three letters. */
static const char *strptime_name(const char *text, const char names[][12], int count, int *index)
{
    for (*index = 0; *index < count; ++*index) {
        size_t size = strlen(names[*index]);
        if (strncasecmp(text, names[*index], size) == 0)
            return text + size;
        if (strncasecmp(text, names[*index], 3) == 0)
            return text + 3;
    }
    return NULL;
}

char *strptime(const char *text, const char *format, struct tm *date)
{
    int value, afternoon = -1, century = -1, year_of_century = -1, dated = 0;
    const char *part;

    for (; *format && text; format++) {
        if (isspace((unsigned char)*format)) {
            while (isspace((unsigned char)*text))
                text++;
            continue;
        }
        if (*format != '%') {
            if (*text++ != *format)
                return NULL;
            continue;
        }
        format++;
        if (*format == 'E' || *format == 'O')
            format++;
        part = NULL;
        switch (*format) {
        case 'a':
        case 'A':
            text = strptime_name(text, __day_names, 7, &date->tm_wday);
            break;
        case 'b':
        case 'B':
        case 'h':
            text = strptime_name(text, __month_names, 12, &date->tm_mon);
            dated = 1;
            break;
        case 'c':
            part = "%a %b %e %H:%M:%S %Y";
            break;
        case 'C':
            text = strptime_number(text, 2, 0, 99, &century);
            dated = 1;
            break;
        case 'd':
        case 'e':
            text = strptime_number(text, 2, 1, 31, &date->tm_mday);
            dated = 1;
            break;
        case 'D':
        case 'x':
            part = "%m/%d/%y";
            break;
        case 'F':
            part = "%Y-%m-%d";
            break;
        case 'H':
        case 'k':
            text = strptime_number(text, 2, 0, 23, &date->tm_hour);
            break;
        case 'I':
        case 'l':
            text = strptime_number(text, 2, 1, 12, &date->tm_hour);
            date->tm_hour %= 12;
            break;
        case 'j':
            text = strptime_number(text, 3, 1, 366, &date->tm_yday);
            date->tm_yday--;
            break;
        case 'm':
            text = strptime_number(text, 2, 1, 12, &date->tm_mon);
            date->tm_mon--;
            dated = 1;
            break;
        case 'M':
            text = strptime_number(text, 2, 0, 59, &date->tm_min);
            break;
        case 'n':
        case 't':
            while (isspace((unsigned char)*text))
                text++;
            break;
        case 'p':
            if (strncasecmp(text, "AM", 2) == 0)
                afternoon = 0;
            else if (strncasecmp(text, "PM", 2) == 0)
                afternoon = 1;
            else
                return NULL;
            text += 2;
            break;
        case 'r':
            part = "%I:%M:%S %p";
            break;
        case 'R':
            part = "%H:%M";
            break;
        case 'S':
            text = strptime_number(text, 2, 0, 61, &date->tm_sec);
            break;
        case 'T':
        case 'X':
            part = "%H:%M:%S";
            break;
        case 'y':
            text = strptime_number(text, 2, 0, 99, &year_of_century);
            dated = 1;
            break;
        case 'Y':
            text = strptime_number(text, 4, 0, 9999, &value);
            if (text)
                date->tm_year = value - 1900;
            dated = 1;
            break;
        case '%':
            if (*text++ != '%')
                return NULL;
            break;
        default:
            return NULL;
        }
        if (part)
            text = strptime(text, part, date);
    }
    if (!text)
        return NULL;
    if (century >= 0)
        date->tm_year = century * 100 - 1900 + (year_of_century >= 0 ? year_of_century : 0);
    else if (year_of_century >= 0)
        date->tm_year = year_of_century < 69 ? year_of_century + 100 : year_of_century;
    if (afternoon > 0)
        date->tm_hour += 12;
    if (dated && date->tm_mday >= 1 && date->tm_mon >= 0) {
        struct tm normal = *date;
        if (__date_of_time(__time_of_date(date), &normal) == 0) {
            date->tm_wday = normal.tm_wday;
            date->tm_yday = normal.tm_yday;
        }
    }
    return (char *)text;
}
