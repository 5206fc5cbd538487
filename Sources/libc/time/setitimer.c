#include <sys/time.h>
#include <unistd.h>
#include "../internal/sys.h"

int getitimer(int which, struct itimerval *value)
{
    return (int)__sys_result(sys_getitimer(which, value));
}

int setitimer(int which, const struct itimerval *value, struct itimerval *old)
{
    return (int)__sys_result(sys_setitimer(which, value, old));
}

unsigned int alarm(unsigned int seconds)
{
    struct itimerval value = {{0, 0}, {0, 0}}, old = {{0, 0}, {0, 0}};

    value.it_value.tv_sec = seconds;
    setitimer(ITIMER_REAL, &value, &old);
    /* Rounded, but what is still to come is never nothing. */
    return (unsigned int)old.it_value.tv_sec + (old.it_value.tv_usec >= 500000 || (old.it_value.tv_sec == 0 && old.it_value.tv_usec > 0));
}
