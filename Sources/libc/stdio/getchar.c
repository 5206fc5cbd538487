#include "../internal/file.h"

int getchar(void)
{
    return FILE_GET(stdin);
}
