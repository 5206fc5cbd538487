#include <string.h>

char *strncpy(char *to, const char *from, size_t size)
{
    size_t used = 0;

    while (used < size && from[used])
        used++;
    memcpy(to, from, used);
    memset(to + used, 0, size - used);
    return to;
}
