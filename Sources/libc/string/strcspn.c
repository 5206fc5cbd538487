#include <string.h>
#include "../internal/charset.h"

size_t strcspn(const char *text, const char *rejected)
{
    struct charset set;
    const char *at = text;

    __charset_make(&set, rejected);
    while (*at && !CHARSET_HAS(set, *at))
        at++;
    return (size_t)(at - text);
}
