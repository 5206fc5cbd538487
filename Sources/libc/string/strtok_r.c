#include <string.h>
#include "../internal/tokens.h"

char *strtok_r(char *text, const char *separators, char **state)
{
    return __next_token(text, separators, state);
}
