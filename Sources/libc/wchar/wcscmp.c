#include <wchar.h>

int wcsncmp(const wchar_t *a, const wchar_t *b, size_t size)
{
    for (; size > 0; a++, b++, size--) {
        if (*a != *b)
            return *a < *b ? -1 : 1;
        if (!*a)
            break;
    }
    return 0;
}

int wcscmp(const wchar_t *a, const wchar_t *b)
{
    return wcsncmp(a, b, (size_t)-1);
}

int wcscoll(const wchar_t *a, const wchar_t *b)
{
    return wcsncmp(a, b, (size_t)-1);
}

size_t wcsxfrm(wchar_t *to, const wchar_t *from, size_t size)
{
    size_t wanted = wcslen(from);

    if (wanted < size)
        wcscpy(to, from);
    return wanted;
}
