/* timezone is a function in BSD's programs, and daylight and tzname are words of everyday: a program's own are its own. */
#include <stdlib.h>

int printf(const char *format, ...);
void tzset(void);
struct tm *localtime(const long *moment);

int daylight = 7;
char tzname = 'c';

int timezone(int x)
{
    return x + 1;
}

int main(void)
{
    long moment = 0;

    setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
    tzset();
    localtime(&moment);
    printf("%d %d %c\n", timezone(4), daylight, tzname);
    return 0;
}
