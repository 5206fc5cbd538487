#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>
#include "../internal/integer.h"

long long strtoll(const char *text, char **end, int base)
{
    return (long long)__read_integer(text, end, base, LONG_MAX, LONG_MAX + 1UL);
}

intmax_t strtoimax(const char *text, char **end, int base)
{
    return (intmax_t)__read_integer(text, end, base, LONG_MAX, LONG_MAX + 1UL);
}
