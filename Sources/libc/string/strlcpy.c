#include <string.h>
#include "../internal/names.h"

size_t __strlcpy(char *to, const char *from, size_t size)
{
    size_t wanted = strlen(from);

    if (size > 0) {
        size_t fits = wanted < size ? wanted : size - 1;
        memcpy(to, from, fits);
        to[fits] = 0;
    }
    return wanted;
}
PUBLIC_NAME(strlcpy);
