#include <string.h>
#include "../internal/wide.h"

size_t __wide_to_bytes(char *text, const wchar_t **wide, size_t count, size_t size, mbstate_t *state)
{
    const wchar_t *at = *wide;
    size_t total = 0;

    for (; count > 0 && (!text || total < size); count--) {
        char bytes[4];
        size_t used;
        if ((unsigned)*at - 1 < 127) {
            if (text)
                text[total] = (char)*at;
            total++;
            at++;
            continue;
        }
        used = wcrtomb(bytes, *at, state);
        if (used == (size_t)-1) {
            total = used;
            break;
        }
        if (text && used > size - total)
            break;
        if (text)
            memcpy(text + total, bytes, used);
        if (!*at) {
            at = NULL;
            break;
        }
        total += used;
        at++;
    }
    if (text)
        *wide = at;
    return total;
}

size_t wcsrtombs(char *text, const wchar_t **wide, size_t size, mbstate_t *state)
{
    return __wide_to_bytes(text, wide, (size_t)-1, size, state);
}
