#include <string.h>

char *strncat(char *to, const char *from, size_t size)
{
    const char *end = memchr(from, 0, size);
    size_t used = end ? (size_t)(end - from) : size;
    char *out = to + strlen(to);

    memcpy(out, from, used);
    out[used] = 0;
    return to;
}
