#include <string.h>
#include "../internal/last_byte.h"

void *memrchr(const void *bytes, int byte, size_t size)
{
    return (void *)find_last_byte(bytes, byte, size);
}
