#include <stdlib.h>
#include <string.h>
#include "../internal/names.h"

char *__strdup(const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = malloc(size);

    return copy ? memcpy(copy, text, size) : NULL;
}
PUBLIC_NAME(strdup);
