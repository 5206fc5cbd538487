#include <ctype.h>
#include <strings.h>
#include "../internal/names.h"

int __strncasecmp(const char *a, const char *b, size_t size)
{
    for (; size > 0; size--) {
        int x = tolower((unsigned char)*a++);
        int y = tolower((unsigned char)*b++);
        if (x != y)
            return x - y;
        if (!x)
            break;
    }
    return 0;
}
PUBLIC_NAME(strncasecmp);
