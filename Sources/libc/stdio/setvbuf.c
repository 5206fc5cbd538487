#include "../internal/file.h"

int setvbuf(FILE *stream, char *buffer, int mode, size_t size)
{
    if (mode != _IOFBF && mode != _IOLBF && mode != _IONBF)
        return EOF;
    if (__file_flush(stream) != 0)
        return EOF;
    stream->flags &= ~(FILE_BY_LINES | FILE_UNBUFFERED | FILE_UNDECIDED | FILE_READING | FILE_WRITING);
    stream->read_at = stream->read_end = NULL;
    stream->write_at = stream->write_end = NULL;
    if (mode == _IONBF) {
        stream->flags |= FILE_UNBUFFERED;
        stream->buffer = stream->small + FILE_PUSHBACK;
        stream->size = 1;
        return 0;
    }
    if (mode == _IOLBF)
        stream->flags |= FILE_BY_LINES;
    /* Without a buffer that is large enough the stream keeps its own. */
    if (buffer && size >= 2 * FILE_PUSHBACK) {
        stream->buffer = (unsigned char *)buffer + FILE_PUSHBACK;
        stream->size = size - FILE_PUSHBACK;
    }
    return 0;
}
