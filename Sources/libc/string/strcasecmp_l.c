#include <strings.h>

int strcasecmp_l(const char *a, const char *b, locale_t locale)
{
    (void)locale;
    return strcasecmp(a, b);
}

int strncasecmp_l(const char *a, const char *b, size_t size, locale_t locale)
{
    (void)locale;
    return strncasecmp(a, b, size);
}
