#include <time.h>

char *ctime(const time_t *moment)
{
    struct tm *date = localtime(moment);

    return date ? asctime(date) : NULL;
}
