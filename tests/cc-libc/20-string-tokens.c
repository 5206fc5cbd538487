/* strtok, strtok_r, strsep. */
#include <stdio.h>
#include <string.h>

int main(void)
{
    char line[] = "  one, two,,three ,four  ";
    char nested[] = "a=1;b=2;c";
    char fields[] = "x::y:z:";
    char *token, *state, *inner, *rest = fields;

    for (token = strtok(line, " ,"); token; token = strtok(NULL, " ,"))
        printf("[%s]", token);
    printf("\n");
    for (token = strtok_r(nested, ";", &state); token; token = strtok_r(NULL, ";", &state)) {
        char *part = strtok_r(token, "=", &inner);
        printf("%s -> %s\n", part, strtok_r(NULL, "=", &inner) ? "value" : "none");
    }
    while ((token = strsep(&rest, ":")))
        printf("[%s]", token);
    printf("\n");
    {
        char empty[] = ",,,";
        printf("%d\n", strtok(empty, ",") == NULL);
    }
    return 0;
}
