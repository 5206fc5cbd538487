#include <time.h>

time_t timegm(struct tm *date)
{
    return mktime(date);
}
