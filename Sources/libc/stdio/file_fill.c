#include <string.h>
#include "../internal/file.h"
#include "../internal/sys.h"

static long file_read_in(FILE *stream, unsigned char *bytes, size_t size)
{
    long got;

    /* Someone at a terminal should see the question before the answer is waited for. */
    if (stream->flags & (FILE_BY_LINES | FILE_UNBUFFERED)) {
        FILE *other;
        for (other = __listed_files; other; other = other->next)
            if ((other->flags & (FILE_BY_LINES | FILE_WRITING)) == (FILE_BY_LINES | FILE_WRITING))
                __file_flush(other);
    }
    got = stream->operations ? stream->operations->read(stream, bytes, size) : sys_read(stream->fd, bytes, size);
    if (got == 0)
        stream->flags |= FILE_AT_END;
    if (got < 0) {
        __sys_result(got);
        stream->flags |= FILE_FAILED;
    }
    return got;
}

int __file_fill(FILE *stream)
{
    long got;

    if (__file_begin(stream, FILE_READING) != 0 || stream->flags & FILE_AT_END)
        return EOF;
    got = file_read_in(stream, stream->buffer, stream->size);
    if (got <= 0)
        return EOF;
    stream->read_at = stream->buffer;
    stream->read_end = stream->buffer + got;
    return 0;
}

size_t __file_read(FILE *stream, void *bytes, size_t size)
{
    unsigned char *to = bytes;
    size_t left = size;

    if (size == 0 || __file_begin(stream, FILE_READING) != 0)
        return 0;
    while (left > 0) {
        size_t ready = (size_t)(stream->read_end - stream->read_at);
        if (ready > 0) {
            if (ready > left)
                ready = left;
            memcpy(to, stream->read_at, ready);
            stream->read_at += ready;
            to += ready;
            left -= ready;
        } else if (left >= stream->size && !(stream->flags & FILE_AT_END)) {
            long got = file_read_in(stream, to, left);
            if (got <= 0)
                break;
            to += got;
            left -= (size_t)got;
        } else if (__file_fill(stream) != 0) {
            break;
        }
    }
    return size - left;
}
