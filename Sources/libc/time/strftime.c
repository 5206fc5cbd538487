#include <string.h>
#include <time.h>
#include "../internal/calendar.h"

struct strftime_text {
    char *at, *end;
};

static void strftime_put(struct strftime_text *text, const char *piece, size_t size)
{
    /* One place stays for the NUL; what does not fit makes the whole fail. */
    if (!text->at || size >= (size_t)(text->end - text->at)) {
        text->at = NULL;
        return;
    }
    memcpy(text->at, piece, size);
    text->at += size;
}

static void strftime_number(struct strftime_text *text, long value, int width, char fill)
{
    char digits[24];
    char *at = digits + sizeof digits;
    unsigned long rest = value < 0 ? 0 - (unsigned long)value : (unsigned long)value;
    char *least = digits + sizeof digits - width;

    do {
        *--at = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    while (fill && at > least)
        *--at = fill;
    if (value < 0)
        *--at = '-';
    strftime_put(text, at, (size_t)(digits + sizeof digits - at));
}

static void strftime_name(struct strftime_text *text, const char names[][12], int index, int count,
                          int whole)
{
    if (index < 0 || index >= count)
        strftime_put(text, "?", 1);
    else
        strftime_put(text, names[index], whole ? strlen(names[index]) : 3);
}

/* ISO 8601: week 1 is the one with the year's first Thursday. Gives the week and sets its year. */
static int strftime_iso_week(const struct tm *date, long *year)
{
    /* Monday is day 0. */
    int day = (date->tm_wday + 6) % 7;
    int week = (date->tm_yday - day + 10) / 7;
    long this_year = date->tm_year + 1900L;

    *year = this_year;
    if (week < 1) {
        long days = __days_of_date(this_year, 0, 1) - __days_of_date(this_year - 1, 0, 1);
        *year = this_year - 1;
        return (int)(date->tm_yday + days - day + 10) / 7;
    }
    if (week == 53) {
        long days = __days_of_date(this_year + 1, 0, 1) - __days_of_date(this_year, 0, 1);
        /* The days left after this week's Thursday decide. */
        if (date->tm_yday - day + 3 >= days) {
            *year = this_year + 1;
            return 1;
        }
    }
    return week;
}

static void strftime_format(struct strftime_text *text, const char *format, const struct tm *date)
{
    int hour12 = date->tm_hour % 12 == 0 ? 12 : date->tm_hour % 12;
    long year = date->tm_year + 1900L, iso_year;
    int week;

    for (; *format && text->at; format++) {
        char fill = '0';
        int changed = 0;
        if (*format != '%') {
            strftime_put(text, format, 1);
            continue;
        }
        format++;
        /* glibc's flags for the padding of numbers. */
        if (*format == '-' || *format == '_' || *format == '0') {
            fill = *format == '-' ? 0 : *format == '_' ? ' ' : '0';
            changed = 1;
            format++;
        }
        if (*format == 'E' || *format == 'O')
            format++;
        switch (*format) {
        case 'a':
            strftime_name(text, __day_names, date->tm_wday, 7, 0);
            break;
        case 'A':
            strftime_name(text, __day_names, date->tm_wday, 7, 1);
            break;
        case 'b':
        case 'h':
            strftime_name(text, __month_names, date->tm_mon, 12, 0);
            break;
        case 'B':
            strftime_name(text, __month_names, date->tm_mon, 12, 1);
            break;
        case 'c':
            strftime_format(text, "%a %b %e %H:%M:%S %Y", date);
            break;
        case 'C':
            strftime_number(text, (year >= 0 ? year : year - 99) / 100, 2, fill);
            break;
        case 'd':
            strftime_number(text, date->tm_mday, 2, fill);
            break;
        case 'D':
        case 'x':
            strftime_format(text, "%m/%d/%y", date);
            break;
        case 'e':
            strftime_number(text, date->tm_mday, 2, changed ? fill : ' ');
            break;
        case 'F':
            strftime_format(text, "%Y-%m-%d", date);
            break;
        case 'g':
            strftime_iso_week(date, &iso_year);
            strftime_number(text, (iso_year % 100 + 100) % 100, 2, fill);
            break;
        case 'G':
            strftime_iso_week(date, &iso_year);
            strftime_number(text, iso_year, 1, fill);
            break;
        case 'H':
            strftime_number(text, date->tm_hour, 2, fill);
            break;
        case 'I':
            strftime_number(text, hour12, 2, fill);
            break;
        case 'j':
            strftime_number(text, date->tm_yday + 1, 3, fill);
            break;
        case 'k':
            strftime_number(text, date->tm_hour, 2, ' ');
            break;
        case 'l':
            strftime_number(text, hour12, 2, ' ');
            break;
        case 'm':
            strftime_number(text, date->tm_mon + 1, 2, fill);
            break;
        case 'M':
            strftime_number(text, date->tm_min, 2, fill);
            break;
        case 'n':
            strftime_put(text, "\n", 1);
            break;
        case 'p':
            strftime_put(text, date->tm_hour < 12 ? "AM" : "PM", 2);
            break;
        case 'P':
            strftime_put(text, date->tm_hour < 12 ? "am" : "pm", 2);
            break;
        case 'r':
            strftime_format(text, "%I:%M:%S %p", date);
            break;
        case 'R':
            strftime_format(text, "%H:%M", date);
            break;
        case 's':
            strftime_number(text, __time_of_date(date) - date->tm_gmtoff, 1, fill);
            break;
        case 'S':
            strftime_number(text, date->tm_sec, 2, fill);
            break;
        case 't':
            strftime_put(text, "\t", 1);
            break;
        case 'T':
        case 'X':
            strftime_format(text, "%H:%M:%S", date);
            break;
        case 'u':
            strftime_number(text, date->tm_wday ? date->tm_wday : 7, 1, fill);
            break;
        case 'U':
            strftime_number(text, (date->tm_yday + 7 - date->tm_wday) / 7, 2, fill);
            break;
        case 'V':
            week = strftime_iso_week(date, &iso_year);
            strftime_number(text, week, 2, fill);
            break;
        case 'w':
            strftime_number(text, date->tm_wday, 1, fill);
            break;
        case 'W':
            strftime_number(text, (date->tm_yday + 7 - (date->tm_wday + 6) % 7) / 7, 2, fill);
            break;
        case 'y':
            strftime_number(text, (year % 100 + 100) % 100, 2, fill);
            break;
        case 'Y':
            strftime_number(text, year, 1, fill);
            break;
        case 'z':
            strftime_put(text, date->tm_gmtoff < 0 ? "-" : "+", 1);
            week = (int)(date->tm_gmtoff < 0 ? -date->tm_gmtoff : date->tm_gmtoff) / 60;
            strftime_number(text, week / 60 * 100 + week % 60, 4, '0');
            break;
        case 'Z':
            if (date->tm_zone)
                strftime_put(text, date->tm_zone, strlen(date->tm_zone));
            break;
        case '%':
            strftime_put(text, "%", 1);
            break;
        case 0:
            return;
        default:
            strftime_put(text, format - 1, 2);
            break;
        }
    }
}

size_t strftime(char *text, size_t size, const char *format, const struct tm *date)
{
    struct strftime_text out;

    if (size == 0)
        return 0;
    out.at = text;
    out.end = text + size;
    strftime_format(&out, format, date);
    if (!out.at)
        return 0;
    *out.at = 0;
    return (size_t)(out.at - text);
}
