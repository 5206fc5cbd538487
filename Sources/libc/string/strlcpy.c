#include <string.h>

size_t strlcpy(char *to, const char *from, size_t size)
{
    size_t wanted = strlen(from);

    if (size > 0) {
        size_t fits = wanted < size ? wanted : size - 1;
        memcpy(to, from, fits);
        to[fits] = 0;
    }
    return wanted;
}
