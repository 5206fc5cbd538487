#include <time.h>
#include "../internal/date.h"
#include "../internal/names.h"

INNER_NAME(localtime_r);

/* What the standard lets callers have. */
enum { ASCTIME_SIZE = 26 };

char *asctime_r(const struct tm *date, char *text)
{
    return __format_date(date, text, ASCTIME_SIZE);
}

char *ctime_r(const time_t *moment, char *text)
{
    struct tm date;

    return __localtime_r(moment, &date) ? __format_date(&date, text, ASCTIME_SIZE) : NULL;
}
