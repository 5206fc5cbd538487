#include <limits.h>
#include <stdlib.h>
#include "../internal/integer.h"

unsigned long strtoul(const char *text, char **end, int base)
{
    return __read_integer(text, end, base, ULONG_MAX, 0);
}
