#include <stdlib.h>
#include "../internal/utf8.h"
#include "../internal/wide.h"

char *__utf8_of_wide(const wchar_t *wide)
{
    char bytes[4], *text;
    size_t total = 1, index, size;

    for (index = 0; wide[index]; index++) {
        size = __wide_to_utf8(bytes, wide[index]);
        if (size > 4)
            return NULL;
        total += size;
    }
    text = malloc(total);
    if (!text)
        return NULL;
    for (total = 0, index = 0; wide[index]; index++)
        total += __wide_to_utf8(text + total, wide[index]);
    text[total] = 0;
    return text;
}
