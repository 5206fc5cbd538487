#include <string.h>
#include "../internal/byte_or_end.h"

char *strchr(const char *text, int c)
{
    const char *found = find_byte_or_end(text, c);

    return *found == (char)c ? (char *)found : NULL;
}
