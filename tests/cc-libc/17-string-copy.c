/* Copying and joining text. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char buffer[64];
    char *copy;
    int i;

    printf("%s\n", strcpy(buffer, "copied"));
    printf("%s\n", strcat(buffer, " and joined"));
    strncpy(buffer, "padded", 12);
    for (i = 0; i < 12; i++)
        printf("%d ", buffer[i]);
    strncpy(buffer, "cut off here", 3);
    printf("\n%.6s\n", buffer);
    strcpy(buffer, "a");
    printf("%s\n", strncat(buffer, "bcdef", 3));
    printf("%d\n", (int)(stpcpy(buffer, "end of this") - buffer));
    printf("%d", (int)(stpncpy(buffer, "xy", 5) - buffer));
    printf(" %s\n", buffer);
    copy = strdup("a copy");
    printf("%s\n", copy);
    free(copy);
    copy = strndup("only the beginning", 8);
    printf("[%s]\n", copy);
    free(copy);
    for (i = 0; i < 9; i++) {
        char text[40] = "0123456789abcdefghijklmnop";
        memmove(text + i, text + 3, 20);
        printf("%s\n", text);
    }
    memset(buffer, 'z', 10);
    buffer[10] = 0;
    printf("%s\n", buffer);
    printf("%d\n", (int)((char *)memccpy(buffer, "stop.after", '.', 10) - buffer));
    printf("%d\n", (int)((char *)mempcpy(buffer, "four", 4) - buffer));
    return 0;
}
