/* The character classes of ASCII and of EOF, as one line each. */
#include <ctype.h>
#include <stdio.h>

int main(void)
{
    int c;

    for (c = -1; c < 128; c++)
        printf("%d:%d%d%d%d%d%d%d%d%d%d%d%d %d %d\n", c, !!isalnum(c), !!isalpha(c), !!isblank(c),
               !!iscntrl(c), !!isdigit(c), !!isgraph(c), !!islower(c), !!isprint(c), !!ispunct(c),
               !!isspace(c), !!isupper(c), !!isxdigit(c), tolower(c), toupper(c));
    for (c = 128; c < 256; c++)
        if (isalpha(c) || isprint(c) || isspace(c) || tolower(c) != c)
            printf("%d\n", c);
    return 0;
}
