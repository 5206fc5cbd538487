#include <string.h>

void *rawmemchr(const void *bytes, int byte)
{
    return memchr(bytes, byte, (size_t)-1);
}
