#include <string.h>

void *memrchr(const void *bytes, int byte, size_t size)
{
    const unsigned char *at = bytes;

    while (size-- > 0)
        if (at[size] == (unsigned char)byte)
            return (void *)(at + size);
    return NULL;
}
