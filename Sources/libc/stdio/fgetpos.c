#include <stdio.h>

int fgetpos(FILE *stream, fpos_t *position)
{
    long where = ftell(stream);

    if (where < 0)
        return -1;
    *position = where;
    return 0;
}

int fsetpos(FILE *stream, const fpos_t *position)
{
    return fseek(stream, *position, SEEK_SET);
}
