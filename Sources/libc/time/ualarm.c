#include <sys/time.h>
#include <unistd.h>
#include "../internal/sys.h"

unsigned int ualarm(useconds_t first, useconds_t then)
{
    struct itimerval value, old;

    value.it_value.tv_sec = first / 1000000;
    value.it_value.tv_usec = first % 1000000;
    value.it_interval.tv_sec = then / 1000000;
    value.it_interval.tv_usec = then % 1000000;
    if (__sys_result(sys_setitimer(ITIMER_REAL, &value, &old)) < 0) return 0;
    return (unsigned int)(old.it_value.tv_sec * 1000000 + old.it_value.tv_usec);
}
