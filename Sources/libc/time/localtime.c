#include <errno.h>
#include <time.h>
#include "../internal/date.h"
#include "../internal/names.h"
#include "../internal/zone.h"

struct tm *__localtime_r(const time_t *moment, struct tm *date)
{
    __zone_update();
    if (__local_date(*moment, date) == 0)
        return date;
    errno = EOVERFLOW;
    return NULL;
}
PUBLIC_NAME(localtime_r);

struct tm *localtime(const time_t *moment)
{
    return __localtime_r(moment, &__date);
}
