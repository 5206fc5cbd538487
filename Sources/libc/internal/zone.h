/* Time zones: what TZ, or the system, says local time is. */
#ifndef INTERNAL_ZONE_H
#define INTERNAL_ZONE_H

#include <time.h>

/* Seconds east of Greenwich, whether that is summer time, and what it is called; names are kept for good. */
struct zone_type {
    long offset;
    int summer;
    const char *name;
};

/* The moments from `from` to before `to` have this type. */
struct zone_span {
    long from, to;
    struct zone_type type;
};

/* A day of each year and the seconds behind its midnight, on the clock as it was before. */
struct zone_rule {
    /* 'M': the week'th weekday `day` of a month, week 5 the last; 'J': day 1 to 365, never 29 February; '0': day 0 to 365. */
    char kind;
    int month, week, day;
    long seconds;
};

/* "EST5EDT,M3.2.0,M11.1.0": the text form, in TZ or at the end of a zone's file. */
struct zone_rules {
    struct zone_type standard, summer;
    int has_summer;
    struct zone_rule begin, end;
};

/* A zone's file: the moments when the type changes, and the type from each on. Numbers are big-endian. */
struct zone_file {
    unsigned char *bytes;
    long count, types, size;
    const unsigned char *moments, *indexes, *infos, *names;
    /* What holds behind the last moment, if there is such a line. */
    int has_rules;
    struct zone_rules rules;
};

/* 0, or -1 if the text is no zone; then *rules has what could be read. */
int __zone_parse(struct zone_rules *rules, const char *text);
/* What holds at a moment and around it. */
void __zone_by_rules(const struct zone_rules *rules, long moment, struct zone_span *span);

/* 0, or -1 if there is no such file. */
int __zone_read(struct zone_file *file, const char *path);
void __zone_by_file(const struct zone_file *file, long moment, struct zone_span *span);
void __zone_type(const struct zone_file *file, long index, struct zone_type *type);

/* Follows TZ, if it has changed, and sets tzname, timezone and daylight. */
void __zone_update(void);
/* What holds at a moment, as of the last update. */
void __zone_at(long moment, struct zone_type *type);
/* Seconds from 1970 as a local date; 0, or -1 if the year is too large. */
int __local_date(long moment, struct tm *date);

#endif
