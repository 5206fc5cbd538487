#include <string.h>

void *memccpy(void *to, const void *from, int byte, size_t size)
{
    unsigned char *out = to;
    const unsigned char *in = from;

    while (size-- > 0) {
        *out++ = *in;
        if (*in++ == (unsigned char)byte)
            return out;
    }
    return NULL;
}
