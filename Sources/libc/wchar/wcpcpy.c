#include <wchar.h>

wchar_t *wcpcpy(wchar_t *to, const wchar_t *from)
{
    size_t size = wcslen(from);

    wmemcpy(to, from, size + 1);
    return to + size;
}

wchar_t *wcpncpy(wchar_t *to, const wchar_t *from, size_t size)
{
    size_t used = 0;

    while (used < size && from[used])
        used++;
    wmemcpy(to, from, used);
    wmemset(to + used, 0, size - used);
    return to + used;
}
