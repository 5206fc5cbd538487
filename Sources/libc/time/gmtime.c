#include <errno.h>
#include <time.h>
#include "../internal/calendar.h"
#include "../internal/date.h"

struct tm __date;

struct tm *gmtime(const time_t *moment)
{
    if (__date_of_time(*moment, &__date) == 0)
        return &__date;
    errno = EOVERFLOW;
    return NULL;
}
