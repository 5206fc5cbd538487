/* puts adds the newline; putchar and fputc mix with it. */
#include <stdio.h>

int main(void)
{
    puts("first");
    putchar('s');
    fputc('e', stdout);
    putc('c', stdout);
    puts("ond");
    puts("");
    return puts("last") >= 0 ? 0 : 1;
}
