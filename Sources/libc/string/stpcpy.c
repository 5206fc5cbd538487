#include <string.h>

char *stpcpy(char *to, const char *from)
{
    size_t size = strlen(from);

    memcpy(to, from, size + 1);
    return to + size;
}
