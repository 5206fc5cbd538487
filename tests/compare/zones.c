/* Local times and mktime, in zones of the system and by rules. */
#define _GNU_SOURCE
#include <string.h>
#include <time.h>
#include "random.h"

static const char *const zones[] = {
    "America/New_York", "Europe/Berlin", "Europe/Dublin", "Australia/Lord_Howe", "Asia/Kathmandu", "Asia/Tokyo", "Asia/Gaza",
    "Africa/Casablanca", "America/Sao_Paulo", "Pacific/Apia", "America/St_Johns", "Antarctica/Troll", "Etc/GMT-14", "EST5EDT",
    "CST6CDT", "Europe/Moscow", "UTC0", "CET-1CEST,M3.5.0,M10.5.0/3", "<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", "NZST-12NZDT,M9.5.0,M4.1.0/3",
    "AAA3BBB,J60,J300", "AAA3BBB,59,299/12", "EET-2EEST,M3.4.4/50,M10.4.4/50", "QQQ-24:59:59"
};

static int is_shown_twice(struct tm date)
{
    struct tm winter = date, summer = date;

    winter.tm_isdst = 0;
    summer.tm_isdst = 1;
    mktime(&winter);
    mktime(&summer);
    return winter.tm_isdst == 0 && summer.tm_isdst > 0;
}

int main(int count, char **words)
{
    int cases = random_begin(count, words), i, zone = -1;

    for (i = 0; i < cases; i++) {
        time_t moment;
        struct tm date;
        char text[100];
        int next = i * (int)(sizeof zones / sizeof zones[0]) / cases, summer;
        if (next != zone) {
            zone = next;
            setenv("TZ", zones[zone], 1);
            tzset();
        }
        /* Rules are for years from 1970 on: glibc takes them so. */
        moment = random_below(2) ? (time_t)(random_word() % 4000000000UL) : (time_t)(random_word() % 90000000000UL);
        if (zones[zone][0] != '<' && !strchr(zones[zone], ','))
            moment -= 2000000000;
        localtime_r(&moment, &date);
        strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S %Z %z %a %j %U %V %G", &date);
        printf("%s %ld: %s %d %ld\n", zones[zone], (long)moment, text, date.tm_isdst, date.tm_gmtoff);
        date.tm_hour += random_below(100) - 50;
        date.tm_mday += random_below(60) - 30;
        date.tm_sec = random_below(60);
        /* What clocks show twice glibc takes as it comes. */
        summer = is_shown_twice(date) ? 0 : random_below(2) - 1;
        date.tm_isdst = summer;
        moment = mktime(&date);
        strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S %Z", &date);
        printf("mktime %d: %ld %s %d\n", summer, (long)moment, text, date.tm_isdst);
    }
    return 0;
}
