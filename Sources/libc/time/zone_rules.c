#include <ctype.h>
#include <limits.h>
#include <string.h>
#include "../internal/calendar.h"
#include "../internal/keep.h"
#include "../internal/zone.h"

/* Letters, or anything between < and >; at least three. NULL if there is no name. */
static const char *zone_name(const char *text, const char **name)
{
    const char *start = text, *end;

    if (*text == '<') {
        start = ++text;
        while (isalnum((unsigned char)*text) || *text == '+' || *text == '-')
            text++;
        end = text;
        if (*text++ != '>')
            return NULL;
    } else {
        while (isalpha((unsigned char)*text))
            text++;
        end = text;
    }
    if (end - start < 3)
        return NULL;
    *name = __keep_text(start, (size_t)(end - start));
    return *name ? text : NULL;
}

static const char *zone_number(const char *text, int *number)
{
    if (!isdigit((unsigned char)*text))
        return NULL;
    for (*number = 0; isdigit((unsigned char)*text); text++)
        if (*number < 1000)
            *number = *number * 10 + (*text - '0');
    return text;
}

/* [+-]hh[:mm[:ss]]. */
static const char *zone_seconds(const char *text, int hours, long *seconds)
{
    int part, sign = 1;

    if (*text == '-' || *text == '+')
        sign = *text++ == '-' ? -1 : 1;
    text = zone_number(text, &part);
    if (!text)
        return NULL;
    *seconds = (part < hours ? part : hours) * 3600L;
    if (*text == ':' && isdigit((unsigned char)text[1])) {
        text = zone_number(text + 1, &part);
        *seconds += (part < 59 ? part : 59) * 60L;
        if (*text == ':' && isdigit((unsigned char)text[1])) {
            text = zone_number(text + 1, &part);
            *seconds += part < 59 ? part : 59;
        }
    }
    *seconds *= sign;
    return text;
}

/* ,Mm.w.d or ,Jn or ,n, each with /time; two o'clock if there is none. */
static const char *zone_day(const char *text, struct zone_rule *rule)
{
    if (*text++ != ',')
        return NULL;
    rule->kind = '0';
    rule->month = rule->week = 0;
    rule->seconds = 7200;
    if (*text == 'M') {
        rule->kind = *text++;
        text = zone_number(text, &rule->month);
        if (!text || *text++ != '.' || rule->month < 1 || rule->month > 12)
            return NULL;
        text = zone_number(text, &rule->week);
        if (!text || *text++ != '.' || rule->week < 1 || rule->week > 5)
            return NULL;
    } else if (*text == 'J') {
        rule->kind = *text++;
    }
    text = zone_number(text, &rule->day);
    if (!text || rule->day > (rule->kind == 'M' ? 6 : 365) || (rule->kind == 'J' && rule->day == 0))
        return NULL;
    return *text == '/' ? zone_seconds(text + 1, 167, &rule->seconds) : text;
}

int __zone_parse(struct zone_rules *rules, const char *text)
{
    memset(rules, 0, sizeof *rules);
    text = zone_name(text, &rules->standard.name);
    if (!text)
        return -1;
    rules->summer = rules->standard;
    text = zone_seconds(text, 24, &rules->standard.offset);
    if (!text) {
        rules->standard.offset = 0;
        return -1;
    }
    rules->standard.offset = -rules->standard.offset;
    rules->summer.offset = rules->standard.offset;
    if (!*text)
        return 0;
    text = zone_name(text, &rules->summer.name);
    if (!text)
        return -1;
    rules->has_summer = rules->summer.summer = 1;
    rules->summer.offset = rules->standard.offset + 3600;
    if (*text && *text != ',') {
        text = zone_seconds(text, 24, &rules->summer.offset);
        if (!text)
            return -1;
        rules->summer.offset = -rules->summer.offset;
    }
    /* Who says nothing of the days means those of the United States. */
    if (!*text || strcmp(text, ",") == 0)
        text = ",M3.2.0,M11.1.0";
    text = zone_day(text, &rules->begin);
    if (text)
        text = zone_day(text, &rules->end);
    if (!text || *text) {
        rules->has_summer = 0;
        return -1;
    }
    return 0;
}

/* When the rule strikes in a year, on a clock that is `offset` east. */
static long zone_change(const struct zone_rule *rule, long year, long offset)
{
    long first = __days_of_date(year, 0, 1), day;

    if (rule->kind == 'M') {
        int length = (int)(__days_of_date(rule->month == 12 ? year + 1 : year, rule->month % 12, 1)
                           - __days_of_date(year, rule->month - 1, 1));
        long month = __days_of_date(year, rule->month - 1, 1);
        int weekday = (int)((month % 7 + 11) % 7), of_month = (rule->day - weekday + 7) % 7 + 7 * (rule->week - 1);
        while (of_month >= length)
            of_month -= 7;
        day = month + of_month;
    } else {
        day = first + rule->day - (rule->kind == 'J');
        /* From 1 March on, if there is a 29 February before it that does not count. */
        if (rule->kind == 'J' && rule->day >= 60 && __days_of_date(year, 2, 1) - first == 60)
            day++;
    }
    return day * 86400 + rule->seconds - offset;
}

/* Narrows the span to the side of a change where the moment lies. */
static void zone_cut(struct zone_span *span, long moment, long change)
{
    if (change <= moment && change > span->from)
        span->from = change;
    if (change > moment && change < span->to)
        span->to = change;
}

void __zone_by_rules(const struct zone_rules *rules, long moment, struct zone_span *span)
{
    struct tm date;
    long begin, end, year;
    int summer;

    span->from = LONG_MIN;
    span->to = LONG_MAX;
    span->type = rules->standard;
    if (!rules->has_summer || __date_of_time(moment + rules->standard.offset, &date) != 0)
        return;
    year = date.tm_year + 1900L;
    begin = zone_change(&rules->begin, year, rules->standard.offset);
    end = zone_change(&rules->end, year, rules->summer.offset);
    summer = begin < end ? moment >= begin && moment < end : moment >= begin || moment < end;
    if (summer)
        span->type = rules->summer;
    zone_cut(span, moment, __days_of_date(year, 0, 1) * 86400 - rules->standard.offset);
    zone_cut(span, moment, __days_of_date(year + 1, 0, 1) * 86400 - rules->standard.offset);
    zone_cut(span, moment, begin);
    zone_cut(span, moment, end);
}
