#include <stdlib.h>
#include <wchar.h>
#include "../internal/narrow.h"

#define WCSTOD_BODY(type, function) \
    char array[NARROW_SIZE], *copy, *narrow_end; \
    size_t blanks; \
    type value; \
    copy = __narrow_number(array, text, &blanks); \
    value = function(copy, &narrow_end); \
    if (end) \
        *end = (wchar_t *)text + (narrow_end == copy ? 0 : blanks + (size_t)(narrow_end - copy)); \
    __narrow_free(array, copy); \
    return value

double wcstod(const wchar_t *text, wchar_t **end)
{
    WCSTOD_BODY(double, strtod);
}

float wcstof(const wchar_t *text, wchar_t **end)
{
    WCSTOD_BODY(float, strtof);
}

long double wcstold(const wchar_t *text, wchar_t **end)
{
    WCSTOD_BODY(long double, strtold);
}
