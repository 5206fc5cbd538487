#include "../internal/file.h"

int getchar_unlocked(void)
{
    return FILE_GET(stdin);
}

int putchar_unlocked(int c)
{
    return FILE_PUT(stdout, c);
}
