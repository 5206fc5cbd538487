#include <err.h>
#include <stdlib.h>
#include <time.h>

/* sleep seconds, with a fraction or without */
int main(int count, char **arguments)
{
    struct timespec time;
    char *end;
    double seconds;

    if (count != 2)
        errx(2, "usage: sleep seconds");
    seconds = strtod(arguments[1], &end);
    if (*end || end == arguments[1] || seconds < 0)
        errx(2, "%s is not a number of seconds", arguments[1]);
    time.tv_sec = (time_t)seconds;
    time.tv_nsec = (long)((seconds - (double)time.tv_sec) * 1e9);
    return nanosleep(&time, NULL) != 0;
}
