#include <strings.h>
#include "../internal/names.h"

INNER_NAME(strcasecmp);
INNER_NAME(strncasecmp);

int strcasecmp_l(const char *a, const char *b, locale_t locale)
{
    (void)locale;
    return __strcasecmp(a, b);
}

int strncasecmp_l(const char *a, const char *b, size_t size, locale_t locale)
{
    (void)locale;
    return __strncasecmp(a, b, size);
}
