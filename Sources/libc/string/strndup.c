#include <stdlib.h>
#include <string.h>

char *strndup(const char *text, size_t size)
{
    char *copy;

    size = strnlen(text, size);
    copy = malloc(size + 1);
    if (copy) {
        memcpy(copy, text, size);
        copy[size] = 0;
    }
    return copy;
}
