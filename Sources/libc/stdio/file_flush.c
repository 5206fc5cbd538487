#include <errno.h>
#include <string.h>
#include "../internal/file.h"
#include "../internal/sys.h"

/* Writes all of it; 0 or EOF. */
static int file_write_out(FILE *stream, const unsigned char *bytes, size_t size)
{
    while (size > 0) {
        long written = stream->operations ? stream->operations->write(stream, bytes, size)
                                          : sys_write(stream->fd, bytes, size);
        if (written == -EINTR)
            continue;
        if (written <= 0) {
            __sys_result(written);
            stream->flags |= FILE_FAILED;
            return EOF;
        }
        bytes += written;
        size -= (size_t)written;
    }
    return 0;
}

void __file_unread(FILE *stream)
{
    if (stream->read_at < stream->read_end)
        __file_seek(stream, stream->read_at - stream->read_end, SEEK_CUR);
    stream->read_at = stream->read_end = stream->buffer;
}

int __file_flush(FILE *stream)
{
    size_t waiting;

    if (stream->flags & FILE_READING)
        __file_unread(stream);
    if (!(stream->flags & FILE_WRITING))
        return 0;
    waiting = (size_t)(stream->write_at - stream->buffer);
    stream->write_at = stream->buffer;
    return file_write_out(stream, stream->buffer, waiting);
}

size_t __file_write(FILE *stream, const void *bytes, size_t size)
{
    const unsigned char *from = bytes;
    size_t room, index;

    if (size == 0 || __file_begin(stream, FILE_WRITING) != 0)
        return 0;
    if (stream->flags & FILE_UNBUFFERED)
        return file_write_out(stream, from, size) == 0 ? size : 0;

    room = (size_t)(stream->buffer + stream->size - stream->write_at);
    if (size > room) {
        if (__file_flush(stream) != 0)
            return 0;
        if (size >= stream->size)
            return file_write_out(stream, from, size) == 0 ? size : 0;
    }
    /* Most writes are short: not worth a call. */
    if (size < 16) {
        for (index = 0; index < size; index++)
            stream->write_at[index] = from[index];
    } else {
        memcpy(stream->write_at, from, size);
    }
    stream->write_at += size;
    if (stream->flags & FILE_BY_LINES)
        for (index = size; index-- > 0;)
            if (from[index] == '\n')
                return __file_flush(stream) == 0 ? size : 0;
    return size;
}

int __file_put(FILE *stream, int c)
{
    unsigned char byte = (unsigned char)c;

    return __file_write(stream, &byte, 1) == 1 ? byte : EOF;
}
