#include <string.h>
#include "../internal/file.h"

char *fgets(char *line, int size, FILE *stream)
{
    char *at = line;
    size_t left = (size_t)size - 1;
    int failed = stream->flags & FILE_FAILED;

    if (size <= 0)
        return NULL;
    /* Only an error of this call loses what was read of the line. */
    stream->flags &= ~FILE_FAILED;
    while (left > 0) {
        size_t ready;
        unsigned char *newline;
        if (stream->read_at >= stream->read_end && __file_fill(stream) != 0) {
            if (at == line || stream->flags & FILE_FAILED)
                line = NULL;
            break;
        }
        ready = (size_t)(stream->read_end - stream->read_at);
        if (ready > left)
            ready = left;
        newline = memchr(stream->read_at, '\n', ready);
        if (newline)
            ready = (size_t)(newline - stream->read_at) + 1;
        memcpy(at, stream->read_at, ready);
        stream->read_at += ready;
        at += ready;
        left -= ready;
        if (newline)
            break;
    }
    stream->flags |= failed;
    if (line)
        *at = 0;
    return line;
}
