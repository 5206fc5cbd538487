#include "../internal/file.h"

int fgetc(FILE *stream)
{
    return FILE_GET(stream);
}
