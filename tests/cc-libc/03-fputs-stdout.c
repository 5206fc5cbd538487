/* fputs to stdout, flushed when main returns. */
#include <stdio.h>

int main(void)
{
    fputs("one line\n", stdout);
    fputs("", stdout);
    fputs("two pieces, ", stdout);
    fputs("one line\n", stdout);
    return 0;
}
