#include "../internal/file.h"

int ungetc(int c, FILE *stream)
{
    if (c == EOF || __file_begin(stream, FILE_READING) != 0)
        return EOF;
    if (stream->read_at == stream->buffer - FILE_PUSHBACK)
        return EOF;
    *--stream->read_at = (unsigned char)c;
    stream->flags &= ~FILE_AT_END;
    return (unsigned char)c;
}
