#include <wchar.h>
#include "../internal/wide_class.h"

static int wcscasecmp_in(const wchar_t *a, const wchar_t *b, size_t size, const struct __locale *locale)
{
    wint_t x = 0, y = 0;

    for (; size > 0 && x == y; size--) {
        x = __wide_to_lower((wint_t)*a++, locale);
        y = __wide_to_lower((wint_t)*b++, locale);
        if (!x)
            break;
    }
    return x == y ? 0 : x < y ? -1 : 1;
}

int wcsncasecmp(const wchar_t *a, const wchar_t *b, size_t size)
{
    return wcscasecmp_in(a, b, size, __current_locale);
}

int wcscasecmp(const wchar_t *a, const wchar_t *b)
{
    return wcscasecmp_in(a, b, (size_t)-1, __current_locale);
}

int wcsncasecmp_l(const wchar_t *a, const wchar_t *b, size_t size, locale_t locale)
{
    return wcscasecmp_in(a, b, size, LOCALE_OF(locale));
}

int wcscasecmp_l(const wchar_t *a, const wchar_t *b, locale_t locale)
{
    return wcscasecmp_in(a, b, (size_t)-1, LOCALE_OF(locale));
}
