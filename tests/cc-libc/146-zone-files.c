/* Zones from files: one that is written here, with moments of 64 bits and rules behind them, damaged ones, and none. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* LMT +0:10 until 1919, then AST -3 with ADT -2 from 1980-06-01 to 1980-09-01, from 2000 on by rules. */
static const long long moments[] = { -1600000000LL, 328665600LL, 336614400LL, 946684800LL };
static const unsigned char indexes[] = { 1, 2, 1, 1 };
static const int offsets[] = { 600, -10800, -7200 };

static void put(FILE *file, long long value, int bytes)
{
    while (bytes-- > 0)
        putc((int)(value >> 8 * bytes & 255), file);
}

static void put_block(FILE *file, int version, int size)
{
    int count = size ? 4 : 0, i;

    fprintf(file, "TZif%c", version);
    for (i = 0; i < 15; i++)
        putc(0, file);
    put(file, 0, 4);
    put(file, 0, 4);
    put(file, 0, 4);
    put(file, count, 4);
    put(file, 3, 4);
    put(file, 12, 4);
    for (i = 0; i < count; i++)
        put(file, moments[i], size);
    for (i = 0; i < count; i++)
        putc(indexes[i], file);
    for (i = 0; i < 3; i++) {
        put(file, offsets[i], 4);
        putc(i == 2, file);
        putc(4 * i, file);
    }
    fwrite("LMT\0AST\0ADT", 1, 12, file);
}

static void write_zone(const char *name, int version, const char *rules)
{
    FILE *file = fopen(name, "w");

    if (version == 0) {
        put_block(file, 0, 4);
    } else {
        put_block(file, version, 0);
        put_block(file, version, 8);
        fprintf(file, "\n%s\n", rules);
    }
    fclose(file);
}

static void show(const char *path)
{
    static const time_t times[] = { -3000000000L, -1600000001L, -1600000000L, 0, 328665599, 328665600, 336614399, 336614400, 946684800,
        1000000000, 1720000000, 4102444800L, 4118000000L };
    char text[80];
    size_t i;

    setenv("TZ", path, 1);
    tzset();
    printf("%s: %s %s %ld %d\n", strrchr(path, '/') + 1, tzname[0], tzname[1], timezone, daylight);
    for (i = 0; i < sizeof times / sizeof times[0]; i++) {
        struct tm *date = localtime(&times[i]);
        strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S %Z %z", date);
        printf("%ld: %s %d\n", (long)times[i], text, date->tm_isdst);
    }
}

int main(void)
{
    char folder[400], path[500];

    if (!getcwd(folder, sizeof folder))
        return 1;
    write_zone("new", '2', "AST3ADT,M3.2.0,M11.1.0");
    write_zone("plain", '2', "");
    write_zone("old", 0, "");
    snprintf(path, sizeof path, "%s/new", folder);
    show(path);
    snprintf(path, sizeof path, ":%s/plain", folder);
    show(path);
    snprintf(path, sizeof path, "%s/old", folder);
    show(path);
    setenv("TZDIR", folder, 1);
    setenv("TZ", "new", 1);
    tzset();
    printf("%s %ld\n", tzname[1], timezone);
    unsetenv("TZDIR");
    truncate("old", 60);
    snprintf(path, sizeof path, "%s/old", folder);
    setenv("TZ", path, 1);
    tzset();
    printf("%ld %d\n", timezone, daylight);
    return 0;
}
