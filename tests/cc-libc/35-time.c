/* The calendar: gmtime, mktime, timegm, asctime, and back, over a wide range of years. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int main(void)
{
    static const long moments[] = {
        0, -1, 1, 951782400, 951868799, 951868800, 1078012800, 1234567890, 2147483647, 2147483648,
        4102444800, 253402300799, -2208988800, -62135596800, 32503680000, 68169600, -11644473600
    };
    unsigned i;
    struct tm date;
    time_t now;
    long t;
    int wrong = 0;

    setenv("TZ", "UTC", 1);
    tzset();
    for (i = 0; i < sizeof moments / sizeof moments[0]; i++) {
        time_t moment = moments[i];
        date = *gmtime(&moment);
        printf("%ld: %d-%d-%d %d:%d:%d %d %d %d %s", moments[i], date.tm_year + 1900, date.tm_mon + 1,
               date.tm_mday, date.tm_hour, date.tm_min, date.tm_sec, date.tm_wday, date.tm_yday,
               date.tm_isdst, asctime(&date));
        if (timegm(&date) != moment)
            printf("not back\n");
    }
    for (t = -100000000000; t < 100000000000; t += 9999991) {
        gmtime_r(&t, &date);
        wrong += timegm(&date) != t;
    }
    printf("%d wrong\n", wrong);

    /* mktime puts fields in order. */
    date.tm_year = 124;
    date.tm_mon = 13;
    date.tm_mday = 0;
    date.tm_hour = 25;
    date.tm_min = -1;
    date.tm_sec = 61;
    date.tm_isdst = 0;
    printf("%ld ", (long)mktime(&date));
    printf("%s", asctime(&date));
    printf("%d %d\n", date.tm_wday, date.tm_yday);
    now = 86400 * 365;
    printf("%s", ctime(&now));
    printf("%g\n", difftime(100, 40));
    now = time(NULL);
    printf("%d %d\n", now > 0 || now == 0, time(&t) >= now);
    {
        struct timespec precise;
        printf("%d %d\n", clock_gettime(CLOCK_MONOTONIC, &precise),
               precise.tv_nsec >= 0 && precise.tv_nsec < 1000000000);
    }
    printf("%d\n", clock() >= 0);
    return 0;
}
