#include <stdlib.h>
#include "../internal/file.h"

FILE *__file_new(int fd, int flags)
{
    FILE *stream = malloc(sizeof *stream + FILE_PUSHBACK + BUFSIZ);

    if (!stream)
        return NULL;
    stream->read_at = stream->read_end = NULL;
    stream->write_at = stream->write_end = NULL;
    stream->buffer = (unsigned char *)(stream + 1) + FILE_PUSHBACK;
    stream->size = BUFSIZ;
    stream->fd = fd;
    stream->flags = flags | FILE_ALLOCATED | FILE_UNDECIDED;
    stream->operations = NULL;
    stream->state = NULL;
    stream->next = stream->previous = NULL;
    stream->child = 0;
    __file_to_end(stream);
    return stream;
}
