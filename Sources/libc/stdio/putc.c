#include "../internal/file.h"

int putc(int c, FILE *stream)
{
    return FILE_PUT(stream, c);
}
