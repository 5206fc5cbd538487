#include <string.h>
#include "../internal/names.h"

INNER_NAME(strncasecmp);

char *strcasestr(const char *text, const char *part)
{
    size_t size = strlen(part);

    for (;; text++) {
        if (__strncasecmp(text, part, size) == 0)
            return (char *)text;
        if (!*text)
            return NULL;
    }
}
