#include <wchar.h>

wchar_t *wcschr(const wchar_t *text, wchar_t c)
{
    for (; *text != c; text++)
        if (!*text)
            return NULL;
    return (wchar_t *)text;
}

wchar_t *wcsrchr(const wchar_t *text, wchar_t c)
{
    const wchar_t *found = NULL;

    do {
        if (*text == c)
            found = text;
    } while (*text++);
    return (wchar_t *)found;
}
