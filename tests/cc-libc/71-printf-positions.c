/* Arguments by number: in any order, more than once, of all types, with width and precision of their own. */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

int main(void)
{
    char text[200];
    int count = 0;

    printf("%2$s, %1$s\n", "world", "hello");
    printf("%1$d %1$x %1$o %1$+d|%1$8d|%1$-8d|%1$08d\n", 77);
    printf("%3$*1$.*2$f|%3$-*1$.*2$f|\n", 12, 3, 3.14159265);
    printf("%4$s %2$ld %1$c %3$g %5$hhd %6$zu %7$Lg %8$lc\n", 'a', 1L << 40, 2.5, "text", 300, sizeof(int), 1.25L, (wint_t)L'b');
    printf("100%% of %1$.3s%%\n", "abcdef");
    printf("%1$*2$d|%1$*3$d|\n", 5, -4, 4);
    printf("before %1$s %1$s%2$n after\n", "x", &count);
    printf("%d\n", count);
    printf("%10$d%9$d%8$d%7$d%6$d%5$d%4$d%3$d%2$d%1$d\n", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    printf("%d %s\n", snprintf(text, 6, "%2$d-%1$d", 123, 456789), text);
    printf("%1$" "jd %2$p %3$e %4$a\n", (intmax_t)-5, (void *)0x1234, 12345.678, 1.0);
    printf("%1$20.10s|%1$-20.3s|%1$.0s|\n", "positional");
    return 0;
}
