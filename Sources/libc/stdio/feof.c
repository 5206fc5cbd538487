#include "../internal/file.h"

int feof(FILE *stream)
{
    return (stream->flags & FILE_AT_END) != 0;
}

int ferror(FILE *stream)
{
    return (stream->flags & FILE_FAILED) != 0;
}

void clearerr(FILE *stream)
{
    stream->flags &= ~(FILE_AT_END | FILE_FAILED);
}
