#include <string.h>

size_t strxfrm(char *to, const char *from, size_t size)
{
    size_t wanted = strlen(from);

    if (wanted < size)
        memcpy(to, from, wanted + 1);
    return wanted;
}
