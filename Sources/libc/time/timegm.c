#include <errno.h>
#include <time.h>
#include "../internal/calendar.h"

time_t timegm(struct tm *date)
{
    struct tm normal;
    long moment = __time_of_date(date);

    if (__date_of_time(moment, &normal) != 0) {
        errno = EOVERFLOW;
        return -1;
    }
    *date = normal;
    return moment;
}
