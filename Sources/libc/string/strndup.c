#include <stdlib.h>
#include <string.h>
#include "../internal/names.h"

INNER_NAME(strnlen);

char *__strndup(const char *text, size_t size)
{
    char *copy;

    size = __strnlen(text, size);
    copy = malloc(size + 1);
    if (copy) {
        memcpy(copy, text, size);
        copy[size] = 0;
    }
    return copy;
}
PUBLIC_NAME(strndup);
