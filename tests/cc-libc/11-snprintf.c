/* snprintf: what fits, the NUL, and the length that all of it would have. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char buffer[16];
    char *text;
    int size;

    memset(buffer, '#', sizeof buffer);
    size = snprintf(buffer, 5, "%d", 1234567);
    printf("%d [%s] %c\n", size, buffer, buffer[5]);
    size = snprintf(buffer, 1, "%s", "abc");
    printf("%d [%s]\n", size, buffer);
    buffer[0] = 'k';
    size = snprintf(buffer, 0, "%s", "abc");
    printf("%d %c\n", size, buffer[0]);
    size = snprintf(NULL, 0, "%100d|%-200s", 1, "x");
    printf("%d\n", size);
    size = snprintf(buffer, sizeof buffer, "%s", "exactly fifteen");
    printf("%d [%s]\n", size, buffer);
    size = snprintf(buffer, sizeof buffer, "%s", "exactly sixteen!");
    printf("%d [%s]\n", size, buffer);
    size = snprintf(buffer, sizeof buffer, "%.30f", 1.0 / 3);
    printf("%d [%s]\n", size, buffer);
    size = sprintf(buffer, "%05d,%x", 42, 48879u);
    printf("%d [%s]\n", size, buffer);
    text = malloc(100001);
    size = sprintf(text, "%100000d", 7);
    printf("%d %c %zu\n", size, text[99999], strlen(text));
    size = asprintf(&text, "%s-%d", "made to measure", 5);
    printf("%d [%s]\n", size, text);
    return 0;
}
