/* printf's %s, %c, %n, %% with widths and precisions, and what it returns. */
#include <stdio.h>

int main(void)
{
    int at = -1, size;
    short small = -1;
    long large = -1;

    printf("[%s] [%10s] [%-10s] [%.2s] [%10.2s] [%-10.2s] [%.0s]\n", "text", "text", "text", "text",
           "text", "text", "text");
    printf("[%c] [%5c] [%-5c]\n", 'a', 'b', 'c');
    printf("[%.*s] [%*s] [%-*s|\n", 3, "abcdef", 4, "x", 4, "y");
    size = printf("%d%n%s%hn%%%ln\n", 12345, &at, "abc", &small, &large);
    printf("%d %d %ld %d\n", at, small, large, size);
    printf("[%s]\n", (char *)0);
    printf("%%|%5d%%|\n", 3);
    /* Text without an end, but with a precision. */
    {
        char three[3] = { 'a', 'b', 'c' };
        printf("[%.3s]\n", three);
    }
    size = printf("%c%c%c", 'x', 0, 'y');
    printf("\n%d\n", size);
    printf("%p %p\n", (void *)0x1234abcd, (void *)0);
    return 0;
}
