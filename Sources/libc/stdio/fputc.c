#include "../internal/file.h"

int fputc(int c, FILE *stream)
{
    return FILE_PUT(stream, c);
}
