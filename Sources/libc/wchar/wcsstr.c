#include <wchar.h>

wchar_t *wcsstr(const wchar_t *text, const wchar_t *part)
{
    size_t size = wcslen(part);

    for (;; text++) {
        if (wcsncmp(text, part, size) == 0)
            return (wchar_t *)text;
        if (!*text)
            return NULL;
    }
}
