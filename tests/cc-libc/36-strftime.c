/* strftime's conversions, week numbers of many years, and what does not fit; strptime. */
#include <stdio.h>
#include <string.h>
#include <time.h>

int main(void)
{
    char text[200];
    struct tm date;
    long moment = 1709216645, sum = 0;
    int year;

    gmtime_r(&moment, &date);
    strftime(text, sizeof text, "%a %A %b %B %c|%C %d %D %e %F %g %G %h %H %I %j %m %M|%n%t|%p %r %R", &date);
    printf("%s\n", text);
    strftime(text, sizeof text, "%S %T %u %U %V %w %W %x %X %y %Y %z %%|%5|%s", &date);
    text[strcspn(text, "5")] = 0;
    printf("%s\n", text);
    for (year = 1990; year < 2040; year++) {
        int day;
        for (day = -4; day < 5; day++) {
            moment = (year - 1970) * 31556952L + day * 86400L;
            gmtime_r(&moment, &date);
            strftime(text, sizeof text, "%F %G-W%V-%u %U %W %j %g", &date);
            for (char *at = text; *at; at++)
                sum = sum * 31 + *at;
        }
        printf("%s\n", text);
    }
    printf("%ld\n", sum);
    printf("%d %d\n", (int)strftime(text, 11, "%F", &date), (int)strftime(text, 10, "%F", &date));
    memset(&date, 0, sizeof date);
    printf("%d", *strptime("2024-02-29 13:14:15 rest", "%Y-%m-%d %H:%M:%S", &date));
    printf(" %d %d %d %d %d %d %d %d\n", date.tm_year, date.tm_mon, date.tm_mday, date.tm_hour,
           date.tm_min, date.tm_sec, date.tm_wday, date.tm_yday);
    strptime("Sat, 01 March 97 11:00 PM", "%a, %d %B %y %I:%M %p", &date);
    printf("%d %d %d %d\n", date.tm_year, date.tm_mon, date.tm_mday, date.tm_hour);
    printf("%d\n", strptime("99-99", "%m-%d", &date) == NULL);
    return 0;
}
