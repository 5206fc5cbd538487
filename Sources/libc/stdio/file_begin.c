#include <errno.h>
#include "../internal/file.h"
#include "../internal/start.h"
#include "../internal/sys.h"

enum { FILE_TCGETS = 0x5401 };

FILE *__listed_files;

/* exit: every stream that was used is flushed, and files read ahead are set back to where the program
   stopped, so that the next program goes on there. */
static void file_finish_all(void)
{
    FILE *stream;

    for (stream = __listed_files; stream; stream = stream->next)
        __file_flush(stream);
}

/* The first transfer of a stream, or the first one after it was opened again. */
static void file_start(FILE *stream)
{
    if (stream->flags & FILE_UNDECIDED) {
        char terminal[64];
        stream->flags &= ~FILE_UNDECIDED;
        if (!stream->operations && sys_ioctl(stream->fd, FILE_TCGETS, (long)terminal) == 0)
            stream->flags |= FILE_BY_LINES;
    }
    if (stream->flags & FILE_LISTED)
        return;
    stream->flags |= FILE_LISTED;
    stream->previous = NULL;
    stream->next = __listed_files;
    if (__listed_files)
        __listed_files->previous = stream;
    __listed_files = stream;
    __exit_streams = file_finish_all;
}

int __file_begin(FILE *stream, int mode)
{
    int permission = mode == FILE_READING ? FILE_READABLE : FILE_WRITABLE;

    if (stream->flags & mode)
        return 0;
    if (!(stream->flags & permission)) {
        errno = EBADF;
        stream->flags |= FILE_FAILED;
        return EOF;
    }
    if ((stream->flags & (FILE_LISTED | FILE_UNDECIDED)) != FILE_LISTED)
        file_start(stream);
    if (stream->flags & (FILE_READING | FILE_WRITING) && __file_flush(stream) != 0)
        return EOF;
    stream->flags = (stream->flags & ~(FILE_READING | FILE_WRITING)) | mode;
    if (mode == FILE_READING) {
        stream->read_at = stream->read_end = stream->buffer;
        stream->write_at = stream->write_end = NULL;
    } else {
        stream->read_at = stream->read_end = NULL;
        stream->write_at = stream->write_end = stream->buffer;
        if (!(stream->flags & (FILE_BY_LINES | FILE_UNBUFFERED)))
            stream->write_end += stream->size;
    }
    return 0;
}
