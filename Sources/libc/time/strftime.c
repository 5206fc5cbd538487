#include <ctype.h>
#include <limits.h>
#include <string.h>
#include <time.h>
#include "../internal/calendar.h"

struct strftime_text {
    char *at, *end;
};

/* GNU's flags and width: what numbers are filled up with ('-': nothing, 0: as is usual), at least how many characters
   there are, and letters as capitals or the other way round than usual. */
struct strftime_spec {
    char fill;
    int width;
    int capitals, swapped;
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

static void strftime_number(struct strftime_text *text, const struct strftime_spec *spec, long value, int width, char fill)
{
    char digits[24];
    char *start = digits + sizeof digits, *at = start;
    unsigned long rest = value < 0 ? 0 - (unsigned long)value : (unsigned long)value;
    int zeros;

    do {
        *--at = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (spec->fill)
        fill = spec->fill;
    zeros = (spec->width > width ? spec->width : width) - (int)(start - at) - (value < 0);
    if (fill == ' ')
        for (; zeros > 0; zeros--)
            strftime_put(text, " ", 1);
    if (value < 0)
        strftime_put(text, "-", 1);
    if (fill == '0')
        for (; zeros > 0; zeros--)
            strftime_put(text, "0", 1);
    strftime_put(text, at, (size_t)(start - at));
}

/* What was put since `start`, as the flags want it: its letters, and blanks or zeros in front up to the width. */
static void strftime_adjust(struct strftime_text *text, const struct strftime_spec *spec, char *start, char conversion)
{
    long missing;
    char *at;

    if (!text->at)
        return;
    for (at = start; at < text->at; at++) {
        if (spec->swapped && (conversion == 'p' || conversion == 'Z'))
            *at = (char)tolower((unsigned char)*at);
        else if (conversion != 'P' && (spec->capitals || (spec->swapped && strchr("aAbBh", conversion))))
            *at = (char)toupper((unsigned char)*at);
    }
    missing = spec->width - (text->at - start);
    if (missing <= 0)
        return;
    if (missing >= text->end - text->at) {
        text->at = NULL;
        return;
    }
    memmove(start + missing, start, (size_t)(text->at - start));
    memset(start, spec->fill == '0' ? '0' : ' ', (size_t)missing);
    text->at += missing;
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
    struct tm other;
    int week;

    for (; *format && text->at; format++) {
        struct strftime_spec spec = {0, 0, 0, 0};
        char *start = text->at;
        const char *percent = format;

        if (*format != '%') {
            strftime_put(text, format, 1);
            continue;
        }
        for (format++; *format && strchr("-_0^#+", *format); format++) {
            if (*format == '^')
                spec.capitals = 1;
            else if (*format == '#')
                spec.swapped = 1;
            else
                spec.fill = *format == '_' ? ' ' : *format == '-' ? '-' : '0';
        }
        for (; isdigit((unsigned char)*format); format++)
            if (spec.width < INT_MAX / 10 - 9)
                spec.width = spec.width * 10 + (*format - '0');
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
            strftime_number(text, &spec, (year >= 0 ? year : year - 99) / 100, 2, '0');
            break;
        case 'd':
            strftime_number(text, &spec, date->tm_mday, 2, '0');
            break;
        case 'D':
        case 'x':
            strftime_format(text, "%m/%d/%y", date);
            break;
        case 'e':
            strftime_number(text, &spec, date->tm_mday, 2, ' ');
            break;
        case 'F':
            strftime_format(text, "%Y-%m-%d", date);
            break;
        case 'g':
            strftime_iso_week(date, &iso_year);
            strftime_number(text, &spec, (iso_year % 100 + 100) % 100, 2, '0');
            break;
        case 'G':
            strftime_iso_week(date, &iso_year);
            strftime_number(text, &spec, iso_year, 1, '0');
            break;
        case 'H':
            strftime_number(text, &spec, date->tm_hour, 2, '0');
            break;
        case 'I':
            strftime_number(text, &spec, hour12, 2, '0');
            break;
        case 'j':
            strftime_number(text, &spec, date->tm_yday + 1, 3, '0');
            break;
        case 'k':
            strftime_number(text, &spec, date->tm_hour, 2, ' ');
            break;
        case 'l':
            strftime_number(text, &spec, hour12, 2, ' ');
            break;
        case 'm':
            strftime_number(text, &spec, date->tm_mon + 1, 2, '0');
            break;
        case 'M':
            strftime_number(text, &spec, date->tm_min, 2, '0');
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
            other = *date;
            strftime_number(text, &spec, mktime(&other), 1, ' ');
            break;
        case 'S':
            strftime_number(text, &spec, date->tm_sec, 2, '0');
            break;
        case 't':
            strftime_put(text, "\t", 1);
            break;
        case 'T':
        case 'X':
            strftime_format(text, "%H:%M:%S", date);
            break;
        case 'u':
            strftime_number(text, &spec, date->tm_wday ? date->tm_wday : 7, 1, '0');
            break;
        case 'U':
            strftime_number(text, &spec, (date->tm_yday + 7 - date->tm_wday) / 7, 2, '0');
            break;
        case 'V':
            week = strftime_iso_week(date, &iso_year);
            strftime_number(text, &spec, week, 2, '0');
            break;
        case 'w':
            strftime_number(text, &spec, date->tm_wday, 1, '0');
            break;
        case 'W':
            strftime_number(text, &spec, (date->tm_yday + 7 - (date->tm_wday + 6) % 7) / 7, 2, '0');
            break;
        case 'y':
            strftime_number(text, &spec, (year % 100 + 100) % 100, 2, '0');
            break;
        case 'Y':
            strftime_number(text, &spec, year, 1, '0');
            break;
        case 'z':
            strftime_put(text, date->tm_gmtoff < 0 ? "-" : "+", 1);
            week = (int)(date->tm_gmtoff < 0 ? -date->tm_gmtoff : date->tm_gmtoff) / 60;
            spec.width--;
            strftime_number(text, &spec, week / 60 * 100 + week % 60, 4, '0');
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
            strftime_put(text, percent, (size_t)(format - percent) + 1);
            continue;
        }
        strftime_adjust(text, &spec, start, *format);
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
