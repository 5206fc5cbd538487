#include <wchar.h>

wchar_t *wcscpy(wchar_t *to, const wchar_t *from)
{
    wchar_t *at = to;

    while ((*at++ = *from++))
        ;
    return to;
}

wchar_t *wcsncpy(wchar_t *to, const wchar_t *from, size_t size)
{
    wchar_t *at = to;

    for (; size > 0 && *from; size--)
        *at++ = *from++;
    for (; size > 0; size--)
        *at++ = 0;
    return to;
}

wchar_t *wcscat(wchar_t *to, const wchar_t *from)
{
    wcscpy(to + wcslen(to), from);
    return to;
}

wchar_t *wcsncat(wchar_t *to, const wchar_t *from, size_t size)
{
    wchar_t *at = to + wcslen(to);

    while (size-- > 0 && *from)
        *at++ = *from++;
    *at = 0;
    return to;
}
