#include <time.h>
#include <unistd.h>
#include "../internal/sys.h"

/* The seconds that were left when something ended the sleep. */
unsigned int sleep(unsigned int seconds)
{
    struct timespec wanted, left;

    wanted.tv_sec = left.tv_sec = (time_t)seconds;
    wanted.tv_nsec = left.tv_nsec = 0;
    return sys_nanosleep(&wanted, &left) < 0 ? (unsigned int)left.tv_sec : 0;
}

int usleep(useconds_t microseconds)
{
    struct timespec wanted;

    wanted.tv_sec = microseconds / 1000000;
    wanted.tv_nsec = (long)(microseconds % 1000000) * 1000;
    return (int)__sys_result(sys_nanosleep(&wanted, NULL));
}
