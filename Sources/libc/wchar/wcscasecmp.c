#include <wchar.h>
#include <wctype.h>

int wcscasecmp(const wchar_t *a, const wchar_t *b)
{
    wint_t x, y;

    do {
        x = towlower((wint_t)*a++);
        y = towlower((wint_t)*b++);
    } while (x == y && x);
    return x == y ? 0 : x < y ? -1 : 1;
}
