#include <string.h>
#include "../internal/charset.h"

size_t strspn(const char *text, const char *accepted)
{
    struct charset set;
    const char *at = text;

    __charset_make(&set, accepted);
    while (CHARSET_HAS(set, *at))
        at++;
    return (size_t)(at - text);
}
