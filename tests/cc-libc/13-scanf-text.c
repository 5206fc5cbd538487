/* scanf's %s, %c and %[ from a string and from standard input. */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char a[40] = "", b[40] = "", c[5] = "....";
    char *made = NULL;
    int n = -1, number = 0;

    printf("%d", sscanf("  one two", "%s %s", a, b));
    printf(" [%s] [%s]\n", a, b);
    printf("%d", sscanf("abcdef", "%3s%2c%n", a, c, &n));
    printf(" [%s] [%.4s] %d\n", a, c, n);
    printf("%d", sscanf("key = value here", "%[a-z] = %[^\n]", a, b));
    printf(" [%s] [%s]\n", a, b);
    printf("%d", sscanf("]-x", "%[]-]%s", a, b));
    printf(" [%s] [%s]\n", a, b);
    printf("%d\n", sscanf("123", "%[a-z]", a));
    printf("%d", sscanf("2024-05-06", "%4[0-9]-%*[0-9]-%s", a, b));
    printf(" [%s] [%s]\n", a, b);
    printf("%d", sscanf("allocated text", "%ms", &made));
    printf(" [%s]\n", made);
    free(made);

    while (scanf("%39s %d", a, &number) == 2)
        printf("%s=%d\n", a, number);
    printf("then %c", getchar());
    printf("%d", scanf("%39[^\n]", a));
    printf(" [%s]\n", a);
    printf("%d\n", scanf("%s", a));
    return 0;
}
