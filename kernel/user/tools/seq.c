#include <err.h>
#include <stdio.h>
#include <stdlib.h>

/* seq [first] last */
int main(int count, char **arguments)
{
    long first = count > 2 ? atol(arguments[1]) : 1;

    if (count < 2 || count > 3)
        errx(2, "usage: seq [first] last");
    for (long last = atol(arguments[count - 1]); first <= last; first++)
        printf("%ld\n", first);
    return 0;
}
