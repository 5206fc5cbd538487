/* Amounts of money in the C locale. */
#include <errno.h>
#include <monetary.h>
#include <stdio.h>

int main(void)
{
    static const char *const formats[] = { "<%n>", "<%i>", "<%!12n>", "<%-12n>|", "<%#6n>", "<%=*#8.3n>", "<%(#6n>", "<%(n>", "<%+.0i>", "<%%>",
        "<%^15#9.1n>", "<%=0#5n>", "<%(+n>", "<%x>", "<%5%>" };
    static const double values[] = { 1234.567, -1234.567, 0, -0.004, 123456789.125 };
    char text[64];
    size_t i, j;

    for (i = 0; i < sizeof formats / sizeof formats[0]; i++)
        for (j = 0; j < sizeof values / sizeof values[0]; j++) {
            long size = strfmon(text, sizeof text, formats[i], values[j]);
            printf("%s: %ld %s\n", formats[i], size, size < 0 ? "no" : text);
        }
    printf("%d", (int)strfmon(text, 8, "%n and %i", 1.0, 2.0));
    printf(" %d", errno == E2BIG);
    printf(" %d %s\n", (int)strfmon(text, 64, "%n and %i", 1.0, 2.0), text);
    return 0;
}
