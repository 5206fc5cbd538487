#include <errno.h>
#include <stdlib.h>
#include "../internal/locale.h"

static const struct __locale newlocale_c = { 0, { "C", "C", "C", "C", "C", "C", "C", "C", "C", "C", "C", "C", "C" } };

locale_t newlocale(int mask, const char *name, locale_t base)
{
    struct __locale made = base ? *base : newlocale_c;

    if (!name || mask & ~LC_ALL_MASK) {
        errno = EINVAL;
        return NULL;
    }
    if (__locale_set(&made, mask, name) != 0) {
        errno = ENOENT;
        return NULL;
    }
    if (!base)
        base = malloc(sizeof *base);
    if (base)
        *base = made;
    return base;
}

locale_t duplocale(locale_t locale)
{
    locale_t copy = malloc(sizeof *copy);

    if (copy)
        *copy = locale == LC_GLOBAL_LOCALE ? __global_locale : *locale;
    return copy;
}

void freelocale(locale_t locale)
{
    free(locale);
}
