/* Lines of text and integers, as a program's report has them. */
#include <stdio.h>

int main(void)
{
    long total = 0;

    for (int i = 0; i < 600000; i++)
        total += printf("%d: %s, %5u of %-8ld [%08x]\n", i, "name", i * 7u % 1000, (long)i * 1000003, i * 2654435761u);
    printf("%ld\n", total);
    return 0;
}
