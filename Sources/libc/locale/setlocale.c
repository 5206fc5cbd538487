#include <string.h>
#include "../internal/keep.h"
#include "../internal/locale.h"

/* One name if all categories agree, else "LC_CTYPE=…;LC_NUMERIC=…". */
static char *setlocale_all(void)
{
    char text[LOCALE_CATEGORIES * 280];
    const char *const *names = __global_locale.names;
    int category, differ = 0;

    for (category = 0; category < LOCALE_CATEGORIES; category++)
        differ |= category != LC_ALL && strcmp(names[category], names[LC_CTYPE]) != 0;
    if (!differ)
        return (char *)names[LC_CTYPE];
    text[0] = 0;
    for (category = 0; category < LOCALE_CATEGORIES; category++) {
        if (category == LC_ALL)
            continue;
        strcat(text, category ? ";" : "");
        strcat(text, __locale_categories[category]);
        strcat(text, "=");
        strcat(text, names[category]);
    }
    return (char *)__keep_text(text, strlen(text));
}

char *setlocale(int category, const char *locale)
{
    if (category < 0 || category >= LOCALE_CATEGORIES)
        return NULL;
    if (locale && __locale_set(&__global_locale, category == LC_ALL ? LC_ALL_MASK : 1 << category, locale) != 0)
        return NULL;
    return category == LC_ALL ? setlocale_all() : (char *)__global_locale.names[category];
}
