#include <string.h>
#include "../internal/tokens.h"

static char *strtok_state;

char *strtok(char *text, const char *separators)
{
    return __next_token(text, separators, &strtok_state);
}
