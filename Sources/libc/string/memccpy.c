#include <string.h>

void *memccpy(void *to, const void *from, int byte, size_t size)
{
    const char *last = memchr(from, byte, size);

    if (last)
        size = (size_t)(last - (const char *)from) + 1;
    memcpy(to, from, size);
    return last ? (char *)to + size : NULL;
}
