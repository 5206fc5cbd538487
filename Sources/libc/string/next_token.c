#include <string.h>
#include "../internal/tokens.h"

char *__next_token(char *text, const char *separators, char **state)
{
    char *token;

    if (!text)
        text = *state;
    if (!text)
        return NULL;
    token = text + strspn(text, separators);
    if (!*token) {
        *state = NULL;
        return NULL;
    }
    text = token + strcspn(token, separators);
    if (*text)
        *text++ = 0;
    else
        text = NULL;
    *state = text;
    return token;
}
