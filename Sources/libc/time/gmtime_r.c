#include <errno.h>
#include <time.h>
#include "../internal/calendar.h"

struct tm *gmtime_r(const time_t *moment, struct tm *date)
{
    if (__date_of_time(*moment, date) == 0)
        return date;
    errno = EOVERFLOW;
    return NULL;
}
