#include <string.h>

char *strncpy(char *to, const char *from, size_t size)
{
    const char *end = memchr(from, 0, size);
    size_t used = end ? (size_t)(end - from) : size;

    memcpy(to, from, used);
    memset(to + used, 0, size - used);
    return to;
}
