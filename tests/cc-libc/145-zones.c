/* Local time by rules in TZ: both ways, at the changes of clocks, and what TZ may look like. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *const zones[] = {
    "UTC0", "EST5EDT,M3.2.0,M11.1.0", "CET-1CEST,M3.5.0,M10.5.0/3", "<+03>-3", "<-03>3<-02>,M3.5.0/-2,M10.5.0/-1",
    "NZST-12NZDT,M9.5.0,M4.1.0/3", "IST-1GMT0,M10.5.0,M3.5.0/1", "AAA3BBB,J60,J300", "AAA3BBB,59,299/12",
    "AAA-5:30BBB-6:45:10,J10/0,J355/25", "EET-2EEST,M3.4.4/50,M10.4.4/50", "QQQ-24:59:59", ":UTC0", "XYZ99"
};

/* The moments of 40 years, and all seconds around the changes of 2024. */
static void show_sums(const char *zone)
{
    unsigned int sum = 0, back = 0;
    time_t moment;
    struct tm date;

    for (moment = 0; moment < 1300000000; moment += 1234567) {
        localtime_r(&moment, &date);
        sum = sum * 31 + (unsigned int)(date.tm_hour * 60 + date.tm_min + date.tm_isdst * 7 + date.tm_yday * 3 + date.tm_gmtoff);
        back += mktime(&date) != moment;
    }
    printf("%s: %s %s %ld %d %08x %u\n", zone, tzname[0], tzname[1], timezone, daylight, sum, back);
}

static void show_moment(time_t moment)
{
    struct tm *date = localtime(&moment);
    char text[80];

    strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S %Z %z %s", date);
    printf("%s %d %ld %s\n", text, date->tm_isdst, date->tm_gmtoff, date->tm_zone);
}

static void show_date(int month, int day, int hour, int minute, int summer)
{
    struct tm date = {0};
    char text[80];
    time_t moment;

    date.tm_year = 124;
    date.tm_mon = month;
    date.tm_mday = day;
    date.tm_hour = hour;
    date.tm_min = minute;
    date.tm_isdst = summer;
    moment = mktime(&date);
    strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S %Z", &date);
    printf("%d/%d %d:%02d %d: %ld %s\n", month + 1, day, hour, minute, summer, (long)moment, text);
}

int main(void)
{
    size_t i;
    int summer, minute;
    struct tm date;

    for (i = 0; i < sizeof zones / sizeof zones[0]; i++) {
        setenv("TZ", zones[i], 1);
        tzset();
        show_sums(zones[i]);
    }
    setenv("TZ", "EST5EDT,M3.2.0,M11.1.0", 1);
    show_moment(0);
    show_moment(1710054000 - 1);
    show_moment(1710054000);
    show_moment(1730613600 - 1);
    show_moment(1730613600);
    show_moment(4102444800);
    for (summer = -1; summer <= 1; summer++) {
        for (minute = 0; minute < 60; minute += 29) {
            show_date(2, 10, 1, minute, summer);
            show_date(2, 10, 2, minute, summer);
            show_date(2, 10, 3, minute, summer);
            show_date(10, 3, 0, minute, summer);
            show_date(10, 3, 1, minute, summer);
            show_date(10, 3, 2, minute, summer);
        }
        show_date(0, 1, 12, 0, summer);
        show_date(6, 1, 12, 0, summer);
        show_date(13, -40, 300, -1000, summer);
    }
    setenv("TZ", "AAA3", 1);
    show_date(6, 1, 12, 0, 1);
    show_date(6, 1, 12, 0, 0);
    setenv("TZ", "", 1);
    show_moment(1720000000);

    /* Zones in strptime, and a date that %s makes. */
    setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
    tzset();
    memset(&date, 0, sizeof date);
    strptime("1720000000", "%s", &date);
    printf("%d:%d %d %ld\n", date.tm_hour, date.tm_min, date.tm_isdst, date.tm_gmtoff);
    printf("%d", strptime("14 PM", "%H %p", &date) != NULL);
    printf(" %d", date.tm_hour);
    printf(" %d", strptime("2 PM", "%I %p", &date) != NULL);
    printf(" %d\n", date.tm_hour);
    printf("%d", strptime("+05:45", "%z", &date) != NULL);
    printf(" %ld", date.tm_gmtoff);
    printf(" %d %d\n", strptime("+0560", "%z", &date) == NULL, strptime("+123", "%z", &date) == NULL);
    return 0;
}
