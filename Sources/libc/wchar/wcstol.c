#include <inttypes.h>
#include <stdlib.h>
#include <wchar.h>
#include "../internal/narrow.h"

/* Where the number ended in the narrow copy is where it ends in the wide text. */
#define WCSTOL_BODY(type, function) \
    char array[NARROW_SIZE], *copy, *narrow_end; \
    size_t blanks; \
    type value; \
    copy = __narrow_number(array, text, &blanks); \
    value = function(copy, &narrow_end, base); \
    if (end) \
        *end = (wchar_t *)text + (narrow_end == copy ? 0 : blanks + (size_t)(narrow_end - copy)); \
    __narrow_free(array, copy); \
    return value

long wcstol(const wchar_t *text, wchar_t **end, int base)
{
    WCSTOL_BODY(long, strtol);
}

unsigned long wcstoul(const wchar_t *text, wchar_t **end, int base)
{
    WCSTOL_BODY(unsigned long, strtoul);
}

long long wcstoll(const wchar_t *text, wchar_t **end, int base)
{
    WCSTOL_BODY(long, strtol);
}

unsigned long long wcstoull(const wchar_t *text, wchar_t **end, int base)
{
    WCSTOL_BODY(unsigned long, strtoul);
}

intmax_t wcstoimax(const wchar_t *text, wchar_t **end, int base)
{
    return wcstol(text, end, base);
}

uintmax_t wcstoumax(const wchar_t *text, wchar_t **end, int base)
{
    return wcstoul(text, end, base);
}
