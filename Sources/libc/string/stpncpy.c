#include <string.h>
#include "../internal/names.h"

INNER_NAME(strnlen);

char *stpncpy(char *to, const char *from, size_t size)
{
    size_t used = __strnlen(from, size);

    memcpy(to, from, used);
    memset(to + used, 0, size - used);
    return to + used;
}
