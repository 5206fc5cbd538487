#include <string.h>
#include <wchar.h>

wchar_t *wmemcpy(wchar_t *to, const wchar_t *from, size_t size)
{
    return memcpy(to, from, size * sizeof *to);
}

wchar_t *wmemmove(wchar_t *to, const wchar_t *from, size_t size)
{
    return memmove(to, from, size * sizeof *to);
}

wchar_t *wmemset(wchar_t *to, wchar_t c, size_t size)
{
    size_t index;

    for (index = 0; index < size; index++)
        to[index] = c;
    return to;
}

int wmemcmp(const wchar_t *a, const wchar_t *b, size_t size)
{
    for (; size > 0; a++, b++, size--)
        if (*a != *b)
            return *a < *b ? -1 : 1;
    return 0;
}

wchar_t *wmemchr(const wchar_t *text, wchar_t c, size_t size)
{
    for (; size > 0; text++, size--)
        if (*text == c)
            return (wchar_t *)text;
    return NULL;
}
