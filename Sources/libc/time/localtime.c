#include <time.h>

/* Local time is UTC. */
struct tm *localtime(const time_t *moment)
{
    return gmtime(moment);
}
