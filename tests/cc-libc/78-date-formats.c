/* Flags and widths of strftime; strptime's weekdays and days of the year, seconds, zones and numbers that would be too large. */
#include <stdio.h>
#include <string.h>
#include <time.h>

static void show_format(const char *format, const struct tm *date)
{
    char text[80];
    size_t size = strftime(text, sizeof text, format, date);

    printf("%-12s %2d [%s]\n", format, (int)size, size ? text : "");
}

static void show_parse(const char *text, const char *format)
{
    struct tm date;
    const char *end;

    memset(&date, 0, sizeof date);
    date.tm_year = 5;
    end = strptime(text, format, &date);
    if (!end)
        printf("[%s] [%s] no\n", text, format);
    else
        printf("[%s] [%s] %d: %d-%d-%d %d:%d:%d weekday %d day %d zone %ld\n", text, format, (int)(end - text), date.tm_year,
               date.tm_mon, date.tm_mday, date.tm_hour, date.tm_min, date.tm_sec, date.tm_wday, date.tm_yday, date.tm_gmtoff);
}

int main(void)
{
    static const char *const formats[] = {
        "%-d", "%_d", "%5d", "%-5d", "%_5d", "%-e", "%0e", "%-H:%-M", "%_j", "%08j", "%-I", "%010Y", "%_6Y", "%6C", "%^a", "%^B",
        "%#b", "%10B", "%-10B", "%010B", "%^10p", "%#p", "%P", "%^P", "%12D", "%012T", "%30c", "%^c", "%_4n", "%3%", "%Ex", "%Od",
        "%10k", "%-k", "%-l", "%4u", "%3Q", "%-y",
    };
    time_t moment = 1709190245;
    struct tm date;
    char text[12];
    unsigned i;

    gmtime_r(&moment, &date);
    for (i = 0; i < sizeof formats / sizeof *formats; i++)
        show_format(formats[i], &date);
    printf("%d %d\n", (int)strftime(text, sizeof text, "%11Y", &date), (int)strftime(text, sizeof text, "%12Y", &date));
    printf("%d %d\n", (int)strftime(text, sizeof text, "%11b", &date), (int)strftime(text, sizeof text, "%12b", &date));

    show_parse("2024-02-29", "%Y-%m-%d");
    show_parse("60 2024", "%j %Y");
    show_parse("Thu Mar 19 14:29:59 2080", "%a %b %e %H:%M:%S %Y");
    show_parse("Friday, November 13", "%A, %B %d");
    show_parse("1234567890", "%s");
    show_parse("12:30 +0530 x", "%H:%M %z x");
    show_parse("-08:00", "%z");
    show_parse("Z", "%z");
    show_parse("  CEST 5", "%Z %d");
    show_parse("99", "%d");
    show_parse("91", "%d%d");
    show_parse("0715", "%I%M");
    show_parse("pm 7", "%p %I");
    show_parse("13", "%I");
    show_parse("7x", "%w");
    return 0;
}
