#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "../internal/file.h"
#include "../internal/names.h"

ssize_t __getdelim(char **line, size_t *size, int delimiter, FILE *stream)
{
    size_t used = 0;
    int failed;

    if (!line || !size) {
        errno = EINVAL;
        return -1;
    }
    if (!*line)
        *size = 0;
    /* Only an error of this call loses what was read of the line. */
    failed = stream->flags & FILE_FAILED;
    stream->flags &= ~FILE_FAILED;
    for (;;) {
        size_t ready;
        unsigned char *end;
        if (stream->read_at >= stream->read_end && __file_fill(stream) != 0) {
            if (used == 0 || stream->flags & FILE_FAILED) {
                stream->flags |= failed;
                return -1;
            }
            break;
        }
        ready = (size_t)(stream->read_end - stream->read_at);
        end = memchr(stream->read_at, delimiter, ready);
        if (end)
            ready = (size_t)(end - stream->read_at) + 1;
        if (used + ready + 1 > *size) {
            size_t larger = *size < 60 ? 120 : 2 * *size;
            char *moved;
            if (larger < used + ready + 1)
                larger = used + ready + 1;
            moved = realloc(*line, larger);
            if (!moved) {
                stream->flags |= failed | FILE_FAILED;
                return -1;
            }
            *line = moved;
            *size = larger;
        }
        memcpy(*line + used, stream->read_at, ready);
        stream->read_at += ready;
        used += ready;
        if (end)
            break;
    }
    stream->flags |= failed;
    (*line)[used] = 0;
    return (ssize_t)used;
}
PUBLIC_NAME(getdelim);
