#include <wchar.h>
#include "../internal/names.h"

size_t wcslen(const wchar_t *text)
{
    size_t size = 0;

    while (text[size])
        size++;
    return size;
}

size_t __wcsnlen(const wchar_t *text, size_t size)
{
    size_t used = 0;

    while (used < size && text[used])
        used++;
    return used;
}
PUBLIC_NAME(wcsnlen);
