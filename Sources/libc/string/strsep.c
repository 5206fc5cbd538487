#include <string.h>

char *strsep(char **text, const char *separators)
{
    char *token = *text;

    if (token) {
        char *end = token + strcspn(token, separators);
        *text = *end ? end + 1 : NULL;
        *end = 0;
    }
    return token;
}
