#include <string.h>
#include "../internal/names.h"

size_t __strnlen(const char *text, size_t size)
{
    const char *end = memchr(text, 0, size);

    return end ? (size_t)(end - text) : size;
}
PUBLIC_NAME(strnlen);
