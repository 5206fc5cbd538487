#include <limits.h>
#include <stdlib.h>
#include "../internal/integer.h"

long strtol(const char *text, char **end, int base)
{
    return (long)__read_integer(text, end, base, LONG_MAX, LONG_MAX + 1UL);
}
