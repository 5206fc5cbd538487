#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "../internal/calendar.h"
#include "../internal/keep.h"
#include "../internal/names.h"
#include "../internal/zone.h"

char *__tzname[2] = { "UTC", "UTC" };
long __timezone = 0;
int __daylight = 0;
PUBLIC_NAME(tzname);
PUBLIC_NAME(timezone);
PUBLIC_NAME(daylight);

/* TZ as it was at the last update, or "/etc/localtime" for none. */
static const char *zone_source;
static int zone_has_file;
/* What was asked for last; the next moment is often near it. */
static struct zone_span zone_span;
static struct zone_file zone_file;
static struct zone_rules zone_rules = { { 0, 0, "UTC" }, { 0, 0, "UTC" }, 0, { 0, 0, 0, 0, 0 }, { 0, 0, 0, 0, 0 } };

/* The types that the file changed to last: one of standard time, one of summer time. */
static void zone_last_types(const struct zone_file *file, struct zone_type *standard, struct zone_type *summer)
{
    struct zone_span last;
    struct zone_type type;
    long index;

    __zone_by_file(file, LONG_MAX / 2, &last);
    *standard = *summer = last.type;
    if (file->count == 0)
        __zone_type(file, 0, standard);
    for (index = 0; index < file->count; index++) {
        __zone_type(file, file->indexes[index], &type);
        *(type.summer ? summer : standard) = type;
    }
    if (!summer->summer)
        *summer = *standard;
}

static void zone_set_names(void)
{
    struct zone_type standard = zone_rules.standard, summer = zone_rules.summer;

    if (zone_has_file)
        zone_last_types(&zone_file, &standard, &summer);
    __tzname[0] = (char *)standard.name;
    __tzname[1] = (char *)summer.name;
    __timezone = -standard.offset;
    __daylight = summer.summer;
}

/* A name below the folder of zones, or a path. */
static int zone_find(const char *name)
{
    const char *folder = getenv("TZDIR");
    char path[512];
    int length;

    if (*name == '/')
        return __zone_read(&zone_file, name);
    if (!folder || !*folder)
        folder = "/usr/share/zoneinfo";
    length = snprintf(path, sizeof path, "%s/%s", folder, name);
    return length < (int)sizeof path ? __zone_read(&zone_file, path) : -1;
}

void __zone_update(void)
{
    const char *source = getenv("TZ");

    if (!source)
        source = "/etc/localtime";
    if (zone_source && strcmp(zone_source, source) == 0)
        return;
    if (zone_has_file)
        free(zone_file.bytes);
    zone_source = __keep_text(source, strlen(source));
    source += *source == ':';
    zone_has_file = *source && zone_find(source) == 0;
    if (!zone_has_file && __zone_parse(&zone_rules, source) != 0 && !zone_rules.standard.name) {
        memset(&zone_rules, 0, sizeof zone_rules);
        zone_rules.standard.name = zone_rules.summer.name = "UTC";
    }
    zone_span.from = zone_span.to = 0;
    zone_set_names();
}

void __zone_at(long moment, struct zone_type *type)
{
    if (moment < zone_span.from || moment >= zone_span.to) {
        if (zone_has_file)
            __zone_by_file(&zone_file, moment, &zone_span);
        else
            __zone_by_rules(&zone_rules, moment, &zone_span);
    }
    *type = zone_span.type;
}

int __local_date(long moment, struct tm *date)
{
    struct zone_type type;

    __zone_at(moment, &type);
    if (__date_of_time(moment + type.offset, date) != 0)
        return -1;
    date->tm_isdst = type.summer;
    date->tm_gmtoff = type.offset;
    date->tm_zone = type.name;
    return 0;
}

void __tzset(void)
{
    __zone_update();
}
PUBLIC_NAME(tzset);
