#include <errno.h>
#include <time.h>
#include "../internal/calendar.h"
#include "../internal/zone.h"

/* How far from a date the other kind of time is looked for: about eight years, a week at a time. */
enum { MKTIME_DAY = 86400, MKTIME_STEP = 601200, MKTIME_FAR = 268227000 };

/* Whether a clock of this type, at the moment when it shows the date, is the one that holds. */
static int mktime_holds(long shown, const struct zone_type *type)
{
    struct zone_type then;

    __zone_at(shown - type->offset, &then);
    return then.offset == type->offset;
}

/* The nearest type of the wanted kind; else the type that holds, an hour to the side. */
static void mktime_nearest(long moment, int summer, struct zone_type *type)
{
    struct zone_type near = *type;
    long distance;

    for (distance = MKTIME_STEP; distance < MKTIME_FAR; distance += MKTIME_STEP) {
        __zone_at(moment - distance, &near);
        if (near.summer != summer)
            __zone_at(moment + distance, &near);
        if (near.summer == summer) {
            *type = near;
            return;
        }
    }
    type->offset += summer ? 3600 : -3600;
}

/* The clock that a date was read from. `shown` is the date in seconds from 1970, as if the clock were in Greenwich. When
   clocks change they show some times twice and skip others: tm_isdst decides which one is meant; if it does not, summer
   time of two, standard time for what was skipped, and else the clock before the change, as in glibc. */
static void mktime_clock(long shown, int daylight, struct zone_type *clock)
{
    struct zone_type before, after;

    __zone_at(shown - MKTIME_DAY, &before);
    __zone_at(shown + MKTIME_DAY, &after);
    *clock = before;
    if (daylight >= 0 && before.summer != after.summer) {
        if (before.summer != (daylight > 0))
            *clock = after;
        return;
    }
    if (before.offset != after.offset) {
        int holds = mktime_holds(shown, &before);
        if (mktime_holds(shown, &after) ? !holds || after.summer > before.summer : !holds && after.summer < before.summer)
            *clock = after;
    }
    if (daylight >= 0 && clock->summer != (daylight > 0))
        mktime_nearest(shown - clock->offset, daylight > 0, clock);
}

time_t mktime(struct tm *date)
{
    struct zone_type clock;
    struct tm normal;
    long shown = __time_of_date(date), moment;

    __zone_update();
    mktime_clock(shown, date->tm_isdst, &clock);
    moment = shown - clock.offset;
    if (__local_date(moment, &normal) != 0) {
        errno = EOVERFLOW;
        return -1;
    }
    *date = normal;
    return moment;
}
