#include <wchar.h>
#include "../internal/find.h"

/* The search for bytes, which takes linear time. A place between two characters is no place; it is looked for behind it. */
wchar_t *wcsstr(const wchar_t *text, const wchar_t *part)
{
    const unsigned char *start = (const unsigned char *)text, *at = start;
    size_t size = wcslen(text) * sizeof(wchar_t), part_size = wcslen(part) * sizeof(wchar_t);

    if (part_size == 0)
        return (wchar_t *)text;
    while ((at = __find(at, size - (size_t)(at - start), (const unsigned char *)part, part_size)) != NULL) {
        size_t between = (size_t)(at - start) % sizeof(wchar_t);
        if (between == 0)
            return (wchar_t *)at;
        at += sizeof(wchar_t) - between;
    }
    return NULL;
}
