/* strptime and strftime with random formats, strfmon. */
#define _GNU_SOURCE
#include <monetary.h>
#include <string.h>
#include <time.h>
#include "random.h"

static const char *const scans[] = { "%H %p", "%I %p", "%p %I", "%H:%M %z", "%z", "%s", "%d %b %Y", "%y %m %d", "%a %e %B %C%y",
    "%T", "%D", "%R %Z", "%F", "%n%H%t%M" };
static const char letters[] = "0123456789+-:Z /APMapmJanFebTue";

static void make_text(char *text, int kind)
{
    int a = random_below(32), b = random_below(62), c = random_below(13), d = random_below(2200) + 1, size;
    char half = random_below(2) ? 'A' : 'P', sign = random_below(2) ? '+' : '-';
    const char *colon = random_below(2) ? ":" : "";

    switch (kind) {
    case 0: sprintf(text, "%d %cM", a, half); break;
    case 1: sprintf(text, "%cM %d", half, a); break;
    case 2: sprintf(text, "%d:%02d %c%02d%s%02d", a, b, sign, c, colon, b); break;
    case 3: sprintf(text, "%d Feb %d", a, d); break;
    case 4: sprintf(text, "%d %d %d", d % 400, c, a); break;
    case 5: sprintf(text, "%02d/%02d/%02d", c, a, b); break;
    case 6: sprintf(text, "%d-%02d-%02d", d, c, a); break;
    case 7: sprintf(text, "%d:%d:%d", a, b, b); break;
    default:
        for (size = 0; size < c; size++)
            text[size] = letters[random_below(sizeof letters - 1)];
        text[size] = 0;
    }
}

int main(int count, char **words)
{
    static const char conversions[] = "aAbBcCdDeFgGhHIjklmMpPrRsSTuUVwWxXyYZ";
    int cases = random_begin(count, words), i;

    setenv("TZ", "EST5EDT,M3.2.0,M11.1.0", 1);
    tzset();
    for (i = 0; i < cases; i++) {
        char text[100], format[40], out[200], *at = format;
        struct tm date;
        time_t moment = (time_t)(random_word() % 8000000000UL);
        const char *scan = scans[random_below(sizeof scans / sizeof scans[0])], *end;
        double values[] = { 0, 1234.567, -1234.567, 0.005, -0.004, 123456789.125, -99.995 };
        int amount = random_below(7), pieces;
        memset(&date, 0, sizeof date);
        date.tm_mday = 1;
        make_text(text, random_below(10));
        end = strptime(text, scan, &date);
        printf("strptime %s %s: %d", scan, text, end ? (int)(end - text) : -1);
        if (end)
            printf(" %d-%d-%d %d:%d:%d %d %d %ld", date.tm_year, date.tm_mon, date.tm_mday, date.tm_hour, date.tm_min, date.tm_sec,
                   date.tm_wday, date.tm_yday, date.tm_gmtoff);
        localtime_r(&moment, &date);
        for (pieces = random_below(3) + 1; pieces > 0; pieces--) {
            *at++ = '%';
            if (random_below(4) == 0)
                *at++ = "_-0^#"[random_below(5)];
            if (random_below(4) == 0)
                *at++ = (char)('1' + random_below(9));
            *at++ = conversions[random_below(sizeof conversions - 1)];
            *at++ = '|';
        }
        *at = 0;
        strftime(out, sizeof out, format, &date);
        printf("\nstrftime %ld %s: %s\n", (long)moment, format, out);
        at = format;
        *at++ = '%';
        for (pieces = random_below(3); pieces > 0; pieces--)
            *at++ = "^!-+("[random_below(5)];
        if (random_below(2))
            at += sprintf(at, "%d", random_below(20));
        if (random_below(2))
            at += sprintf(at, "#%d", random_below(12));
        if (random_below(2))
            at += sprintf(at, ".%d", random_below(5));
        *at++ = random_below(2) ? 'n' : 'i';
        *at = 0;
        if (strfmon(out, sizeof out, format, values[amount]) < 0)
            strcpy(out, "wrong");
        printf("strfmon %s %g: %s\n", format, values[amount], out);
    }
    return 0;
}
