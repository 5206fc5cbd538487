#include <string.h>
#include "../internal/file.h"
#include "../internal/sys.h"

/* How much was written: all of it, or less and the stream has failed. */
static size_t file_write_out(FILE *stream, const unsigned char *bytes, size_t size)
{
    size_t done = 0;

    while (done < size) {
        long written = stream->operations ? stream->operations->write(stream, bytes + done, size - done)
                                          : sys_write(stream->fd, bytes + done, size - done);
        if (written <= 0) {
            __sys_result(written);
            stream->flags |= FILE_FAILED;
            break;
        }
        done += (size_t)written;
    }
    return done;
}

/* What was read ahead stays where the file cannot be set back: in a pipe nobody else could read it. */
void __file_unread(FILE *stream)
{
    if (stream->read_at < stream->read_end && __file_seek(stream, stream->read_at - stream->read_end, SEEK_CUR) < 0)
        return;
    stream->read_at = stream->read_end = stream->buffer;
}

/* Empties the buffer. How many bytes could not be written: they are lost, or else a program that has said what went wrong
   would meet the same error again when it ends. */
static size_t file_drain(FILE *stream)
{
    size_t waiting = (size_t)(stream->write_at - stream->buffer);

    stream->write_at = stream->buffer;
    return waiting - file_write_out(stream, stream->buffer, waiting);
}

int __file_flush(FILE *stream)
{
    if (stream->flags & FILE_READING)
        __file_unread(stream);
    return stream->flags & FILE_WRITING && file_drain(stream) > 0 ? EOF : 0;
}

size_t __file_write(FILE *stream, const void *bytes, size_t size)
{
    const unsigned char *from = bytes;
    size_t room, index, lost;

    if (size == 0 || __file_begin(stream, FILE_WRITING) != 0)
        return 0;
    if (stream->flags & FILE_UNBUFFERED)
        return file_write_out(stream, from, size);

    room = (size_t)(stream->buffer + stream->size - stream->write_at);
    if (size > room) {
        if (__file_flush(stream) != 0)
            return 0;
        if (size >= stream->size)
            return file_write_out(stream, from, size);
    }
    /* Most writes are short: not worth a call. */
    if (size < 16) {
        for (index = 0; index < size; index++)
            stream->write_at[index] = from[index];
    } else {
        memcpy(stream->write_at, from, size);
    }
    stream->write_at += size;
    if (!(stream->flags & FILE_BY_LINES))
        return size;
    for (index = size; index > 0 && from[index - 1] != '\n'; index--)
        ;
    lost = index > 0 ? file_drain(stream) : 0;
    return lost < size ? size - lost : 0;
}

int __file_put(FILE *stream, int c)
{
    unsigned char byte = (unsigned char)c;

    return __file_write(stream, &byte, 1) == 1 ? byte : EOF;
}
