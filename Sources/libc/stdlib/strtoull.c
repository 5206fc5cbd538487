#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>
#include "../internal/integer.h"

unsigned long long strtoull(const char *text, char **end, int base)
{
    return __read_integer(text, end, base, ULONG_MAX, 0);
}

uintmax_t strtoumax(const char *text, char **end, int base)
{
    return __read_integer(text, end, base, ULONG_MAX, 0);
}
