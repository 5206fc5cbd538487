#include <errno.h>
#include "../internal/file.h"
#include "../internal/names.h"
#include "../internal/sys.h"

int fseek(FILE *stream, long offset, int whence)
{
    if (whence < SEEK_SET || whence > SEEK_END) {
        errno = EINVAL;
        return -1;
    }
    if (stream->flags & FILE_READING) {
        if (whence == SEEK_CUR)
            offset -= stream->read_end - stream->read_at;
    } else if (__file_flush(stream) != 0) {
        return -1;
    }
    if (__sys_result(__file_seek(stream, offset, whence)) < 0)
        return -1;
    stream->flags &= ~(FILE_AT_END | FILE_READING | FILE_WRITING);
    stream->read_at = stream->read_end = NULL;
    stream->write_at = stream->write_end = NULL;
    return 0;
}

int __fseeko(FILE *stream, off_t offset, int whence)
{
    return fseek(stream, offset, whence);
}
PUBLIC_NAME(fseeko);

void rewind(FILE *stream)
{
    fseek(stream, 0, SEEK_SET);
    stream->flags &= ~FILE_FAILED;
}
