#include "../internal/file.h"

int getc(FILE *stream)
{
    return FILE_GET(stream);
}
