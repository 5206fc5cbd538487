/* Zones that the system has. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static const char *const zones[] = { "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca",
    "Europe/Dublin", "America/Sao_Paulo", "Pacific/Apia", "Asia/Tehran", "America/St_Johns", "Etc/GMT+5", "EST5EDT" };

int main(void)
{
    size_t i;

    for (i = 0; i < sizeof zones / sizeof zones[0]; i++) {
        unsigned int sum = 0, back = 0;
        time_t moment;
        struct tm date;
        setenv("TZ", zones[i], 1);
        tzset();
        for (moment = -3000000000L; moment < 6000000000L; moment += 3456789) {
            localtime_r(&moment, &date);
            sum = sum * 31 + (unsigned int)(date.tm_hour * 60 + date.tm_min + date.tm_sec + date.tm_isdst * 7 + date.tm_yday * 3)
                + (unsigned int)date.tm_zone[0];
            back += mktime(&date) != moment;
        }
        printf("%s %08x %u\n", zones[i], sum, back);
    }
    return 0;
}
