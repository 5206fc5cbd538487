#include <stdio_ext.h>
#include "../internal/file.h"

size_t __fbufsize(FILE *stream)
{
    return stream->flags & FILE_UNBUFFERED ? 0 : stream->size;
}

size_t __fpending(FILE *stream)
{
    return stream->flags & FILE_WRITING ? (size_t)(stream->write_at - stream->buffer) : 0;
}

size_t __freadahead(FILE *stream)
{
    return stream->flags & FILE_READING ? (size_t)(stream->read_end - stream->read_at) : 0;
}

/* The bytes that are read and not taken, and their taking. */
const char *__freadptr(FILE *stream, size_t *size)
{
    *size = __freadahead(stream);
    return *size ? (const char *)stream->read_at : NULL;
}

void __freadptrinc(FILE *stream, size_t size)
{
    stream->read_at += size;
}

int __flbf(FILE *stream)
{
    return (stream->flags & FILE_BY_LINES) != 0;
}

int __freading(FILE *stream)
{
    return !(stream->flags & FILE_WRITABLE) || stream->flags & FILE_READING;
}

int __fwriting(FILE *stream)
{
    return !(stream->flags & FILE_READABLE) || stream->flags & FILE_WRITING;
}

int __freadable(FILE *stream)
{
    return (stream->flags & FILE_READABLE) != 0;
}

int __fwritable(FILE *stream)
{
    return (stream->flags & FILE_WRITABLE) != 0;
}

void __fpurge(FILE *stream)
{
    stream->read_end = stream->read_at;
    if (stream->flags & FILE_WRITING)
        stream->write_at = stream->buffer;
}

void __fseterr(FILE *stream)
{
    stream->flags |= FILE_FAILED;
}

void _flushlbf(void)
{
    FILE *stream;

    for (stream = __listed_files; stream; stream = stream->next)
        if (stream->flags & FILE_BY_LINES)
            fflush(stream);
}

int __fsetlocking(FILE *stream, int how)
{
    (void)stream;
    (void)how;
    return FSETLOCKING_INTERNAL;
}
