#include <wchar.h>
#include "../internal/names.h"
#include "../internal/unicode.h"
#include "../internal/unicode_width.h"
#include "../internal/wide_class.h"

int __wcwidth(wchar_t wide)
{
    unsigned int c = (unsigned int)wide;

    if (c == 0)
        return 0;
    if (!__wide_print(c, __current_locale))
        return -1;
    if (UNICODE_INSIDE(unicode_zero_width, c))
        return 0;
    return UNICODE_INSIDE(unicode_wide, c) ? 2 : 1;
}
PUBLIC_NAME(wcwidth);

int __wcswidth(const wchar_t *text, size_t size)
{
    int total = 0;

    for (; size > 0 && *text; text++, size--) {
        int width = __wcwidth(*text);
        if (width < 0)
            return -1;
        total += width;
    }
    return total;
}
PUBLIC_NAME(wcswidth);
