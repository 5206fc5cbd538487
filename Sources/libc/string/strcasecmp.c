#include <ctype.h>
#include <strings.h>
#include "../internal/names.h"

int __strcasecmp(const char *a, const char *b)
{
    int x, y;

    do {
        x = tolower((unsigned char)*a++);
        y = tolower((unsigned char)*b++);
    } while (x == y && x);
    return x - y;
}
PUBLIC_NAME(strcasecmp);
