#include <stdio.h>
#include <string.h>

/* echo [-n] word… */
int main(int count, char **arguments)
{
    int first = count > 1 && strcmp(arguments[1], "-n") == 0 ? 2 : 1;

    for (int k = first; k < count; k++)
        printf("%s%s", k > first ? " " : "", arguments[k]);
    if (first == 1)
        putchar('\n');
    return fflush(stdout) != 0;
}
