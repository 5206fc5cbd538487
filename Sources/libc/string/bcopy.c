#include <string.h>

int bcmp(const void *a, const void *b, size_t size)
{
    return memcmp(a, b, size);
}

void bcopy(const void *from, void *to, size_t size)
{
    memmove(to, from, size);
}

void bzero(void *bytes, size_t size)
{
    memset(bytes, 0, size);
}
