#include <string.h>

char *strncat(char *to, const char *from, size_t size)
{
    char *end = to + strlen(to);

    while (size-- > 0 && *from)
        *end++ = *from++;
    *end = 0;
    return to;
}
