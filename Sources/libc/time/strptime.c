#include <ctype.h>
#include <limits.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include "../internal/calendar.h"
#include "../internal/names.h"
#include "../internal/zone.h"

INNER_NAME(strncasecmp);

static const char *strptime_number(const char *text, int digits, int low, int high, int *value)
{
    int number = 0, count = 0;

    while (isspace((unsigned char)*text))
        text++;
    for (; count < digits && number * 10 <= high && isdigit((unsigned char)*text); count++)
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
        if (__strncasecmp(text, names[*index], size) == 0)
            return text + size;
        if (__strncasecmp(text, names[*index], 3) == 0)
            return text + 3;
    }
    return NULL;
}

/* What decides more than one field in the end; -1 or 0 if it was not there. */
struct strptime_found {
    int afternoon, hour12, century, year_of_century;
    int month, day, weekday, day_of_year, date;
};

/* Z, or hours and minutes east: +hh, +hhmm, +hh:mm. */
static const char *strptime_zone(const char *text, long *offset)
{
    int number = 0, digits = 0, sign = *text;

    *offset = 0;
    if (sign == 'Z')
        return text + 1;
    if (sign != '+' && sign != '-')
        return NULL;
    for (text++; digits < 4 && isdigit((unsigned char)*text); digits++) {
        number = number * 10 + (*text++ - '0');
        if (*text == ':' && digits == 1 && isdigit((unsigned char)text[1]))
            text++;
    }
    if (digits == 2)
        number *= 100;
    else if (digits != 4 || number % 100 >= 60)
        return NULL;
    *offset = (number / 100 * 60L + number % 100) * (sign == '-' ? -60 : 60);
    return text;
}

static const char *strptime_blanks(const char *text)
{
    while (isspace((unsigned char)*text))
        text++;
    return text;
}

static const char *strptime_parse(const char *text, const char *format, struct tm *date, struct strptime_found *found)
{
    const char *part;
    long moment;
    int value;

    for (; *format && text; format++) {
        if (isspace((unsigned char)*format)) {
            text = strptime_blanks(text);
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
            found->weekday = 1;
            break;
        case 'b':
        case 'B':
        case 'h':
            text = strptime_name(text, __month_names, 12, &date->tm_mon);
            found->month = found->date = 1;
            break;
        case 'c':
            part = "%a %b %e %H:%M:%S %Y";
            break;
        case 'C':
            text = strptime_number(text, 2, 0, 99, &found->century);
            found->date = 1;
            break;
        case 'd':
        case 'e':
            text = strptime_number(text, 2, 1, 31, &date->tm_mday);
            found->day = found->date = 1;
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
            found->hour12 = 0;
            break;
        case 'I':
        case 'l':
            text = strptime_number(text, 2, 1, 12, &date->tm_hour);
            date->tm_hour %= 12;
            found->hour12 = 1;
            break;
        case 'j':
            text = strptime_number(text, 3, 1, 366, &date->tm_yday);
            date->tm_yday--;
            found->day_of_year = 1;
            break;
        case 'm':
            text = strptime_number(text, 2, 1, 12, &date->tm_mon);
            date->tm_mon--;
            found->month = found->date = 1;
            break;
        case 'M':
            text = strptime_number(text, 2, 0, 59, &date->tm_min);
            break;
        case 'n':
        case 't':
            text = strptime_blanks(text);
            break;
        case 'p':
            if (__strncasecmp(text, "AM", 2) == 0)
                found->afternoon = 0;
            else if (__strncasecmp(text, "PM", 2) == 0)
                found->afternoon = 1;
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
        case 's':
            if (!isdigit((unsigned char)*text))
                return NULL;
            for (moment = 0; isdigit((unsigned char)*text) && moment < LONG_MAX / 10 - 9; text++)
                moment = moment * 10 + (*text - '0');
            __zone_update();
            if (__local_date(moment, date) != 0)
                return NULL;
            break;
        case 'S':
            text = strptime_number(text, 2, 0, 61, &date->tm_sec);
            break;
        case 'T':
        case 'X':
            part = "%H:%M:%S";
            break;
        case 'y':
            text = strptime_number(text, 2, 0, 99, &found->year_of_century);
            found->date = 1;
            break;
        case 'Y':
            text = strptime_number(text, 4, 0, 9999, &value);
            if (text)
                date->tm_year = value - 1900;
            found->date = 1;
            break;
        case 'u':
        case 'w':
            text = strptime_number(text, 1, *format == 'u', *format == 'u' ? 7 : 6, &date->tm_wday);
            date->tm_wday %= 7;
            found->weekday = 1;
            break;
        case 'U':
        case 'V':
        case 'W':
            /* Weeks are read and decide nothing. */
            text = strptime_number(text, 2, 0, 53, &value);
            break;
        case 'g':
            text = strptime_number(text, 2, 0, 99, &value);
            break;
        case 'G':
            text = strptime_number(text, 4, 0, 9999, &value);
            break;
        case 'z':
            text = strptime_zone(strptime_blanks(text), &date->tm_gmtoff);
            break;
        case 'Z':
            for (text = strptime_blanks(text); *text && !isspace((unsigned char)*text); text++)
                ;
            break;
        case '%':
            if (*text++ != '%')
                return NULL;
            break;
        default:
            return NULL;
        }
        if (part)
            text = strptime_parse(text, part, date, found);
    }
    return text;
}

char *strptime(const char *text, const char *format, struct tm *date)
{
    struct strptime_found found = {-1, 0, -1, -1, 0, 0, 0, 0, 0};
    struct tm normal;

    text = strptime_parse(text, format, date, &found);
    if (!text)
        return NULL;
    if (found.century >= 0)
        date->tm_year = found.century * 100 - 1900 + (found.year_of_century >= 0 ? found.year_of_century : 0);
    else if (found.year_of_century >= 0)
        date->tm_year = found.year_of_century + (found.year_of_century < 69 ? 100 : 0);
    /* The hour from %H knows the half of the day itself. */
    if (found.afternoon > 0 && found.hour12)
        date->tm_hour += 12;
    if (!found.date)
        return (char *)text;

    /* The day of the year is the date if nothing better is; then the date decides the rest. */
    normal = *date;
    if (found.day_of_year && !(found.month && found.day)) {
        normal.tm_mon = 0;
        normal.tm_mday = date->tm_yday + 1;
    } else if (normal.tm_mday < 1) {
        normal.tm_mday = 1;
    }
    if (__date_of_time(__time_of_date(&normal), &normal) != 0)
        return (char *)text;
    if (found.day_of_year && !found.month)
        date->tm_mon = normal.tm_mon;
    if (found.day_of_year && !found.day)
        date->tm_mday = normal.tm_mday;
    if (!found.weekday)
        date->tm_wday = normal.tm_wday;
    if (!found.day_of_year)
        date->tm_yday = normal.tm_yday;
    return (char *)text;
}
