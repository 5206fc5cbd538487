#include <string.h>
#include <wchar.h>

size_t wcsrtombs(char *text, const wchar_t **wide, size_t size, mbstate_t *state)
{
    const wchar_t *at = *wide;
    size_t total = 0;

    for (;;) {
        char bytes[4];
        size_t used = wcrtomb(bytes, *at, state);
        if (used == (size_t)-1)
            break;
        if (text) {
            if (used > size - total) {
                *wide = at;
                return total;
            }
            memcpy(text + total, bytes, used);
        }
        if (!*at) {
            if (text)
                *wide = NULL;
            return total;
        }
        total += used;
        at++;
    }
    if (text)
        *wide = at;
    return (size_t)-1;
}
