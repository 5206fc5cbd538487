#include <wchar.h>
#include <wctype.h>

int wcsncasecmp(const wchar_t *a, const wchar_t *b, size_t size)
{
    wint_t x = 0, y = 0;

    for (; size > 0 && x == y; size--) {
        x = towlower((wint_t)*a++);
        y = towlower((wint_t)*b++);
        if (!x)
            break;
    }
    return x == y ? 0 : x < y ? -1 : 1;
}

int wcscasecmp(const wchar_t *a, const wchar_t *b)
{
    return wcsncasecmp(a, b, (size_t)-1);
}
