#include "../internal/file.h"

size_t fwrite(const void *items, size_t size, size_t count, FILE *stream)
{
    size_t wanted = size * count;
    size_t written = __file_write(stream, items, wanted);

    return written == wanted ? (size ? count : 0) : written / size;
}
