#include <string.h>
#include "../internal/file.h"

int fputs(const char *text, FILE *stream)
{
    size_t size = strlen(text);

    return __file_write(stream, text, size) == size ? 0 : EOF;
}
