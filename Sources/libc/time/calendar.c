#include <limits.h>
#include "../internal/calendar.h"

/* Years are counted from March, so that the leap day is the last day of a year; then the days before a
   month are (153 m + 2) / 5, and 400 years are 146097 days. */
enum { CALENDAR_ERA = 146097, CALENDAR_1970 = 719468 };

long __days_of_date(long year, int month, int day)
{
    long era, of_era, of_year;

    if (month < 2)
        year--;
    era = (year >= 0 ? year : year - 399) / 400;
    of_era = year - era * 400;
    of_year = (153 * ((month + 10) % 12) + 2) / 5 + day - 1;
    return era * CALENDAR_ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - CALENDAR_1970;
}

int __date_of_time(long moment, struct tm *date)
{
    long days = moment / 86400, seconds = moment % 86400;
    long era, of_era, year, of_year;
    int month;

    if (seconds < 0) {
        seconds += 86400;
        days--;
    }
    date->tm_hour = (int)(seconds / 3600);
    date->tm_min = (int)(seconds / 60 % 60);
    date->tm_sec = (int)(seconds % 60);
    date->tm_wday = (int)((days % 7 + 11) % 7);

    days += CALENDAR_1970;
    era = (days >= 0 ? days : days - (CALENDAR_ERA - 1)) / CALENDAR_ERA;
    of_era = days - era * CALENDAR_ERA;
    year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    of_year = of_era - (365 * year + year / 4 - year / 100);
    month = (int)((5 * of_year + 2) / 153);
    date->tm_mday = (int)(of_year - (153 * month + 2) / 5) + 1;
    year += era * 400;
    date->tm_mon = (month + 2) % 12;
    if (date->tm_mon < 2)
        year++;
    if (year - 1900 > INT_MAX || year - 1900 < INT_MIN)
        return -1;
    date->tm_year = (int)(year - 1900);
    date->tm_yday = (int)(days - CALENDAR_1970 - __days_of_date(year, 0, 1));
    date->tm_isdst = 0;
    date->tm_gmtoff = 0;
    date->tm_zone = "UTC";
    return 0;
}

long __time_of_date(const struct tm *date)
{
    long year = date->tm_year + 1900L + date->tm_mon / 12;
    int month = date->tm_mon % 12;

    if (month < 0) {
        month += 12;
        year--;
    }
    return (__days_of_date(year, month, 1) + date->tm_mday - 1) * 86400L + date->tm_hour * 3600L
        + date->tm_min * 60L + date->tm_sec;
}
