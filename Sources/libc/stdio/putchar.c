#include "../internal/file.h"

int putchar(int c)
{
    return FILE_PUT(stdout, c);
}
