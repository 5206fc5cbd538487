#include "../internal/file.h"

size_t fread(void *items, size_t size, size_t count, FILE *stream)
{
    size_t wanted = size * count;
    size_t got = __file_read(stream, items, wanted);

    return got == wanted ? (size ? count : 0) : got / size;
}
