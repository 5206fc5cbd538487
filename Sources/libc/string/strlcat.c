#include <string.h>
#include "../internal/names.h"

INNER_NAME(strlcpy);
INNER_NAME(strnlen);

size_t strlcat(char *to, const char *from, size_t size)
{
    size_t used = __strnlen(to, size);

    return used + __strlcpy(to + used, from, size - used);
}
