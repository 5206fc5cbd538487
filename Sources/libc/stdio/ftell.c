#include "../internal/file.h"
#include "../internal/names.h"
#include "../internal/sys.h"

long ftell(FILE *stream)
{
    long position;
    /* What waits in an appending stream will go to the end of the file, wherever that stands now. */
    int at_end = stream->flags & FILE_APPENDS && stream->flags & FILE_WRITING
        && stream->write_at > stream->buffer;

    position = __sys_result(__file_seek(stream, 0, at_end ? SEEK_END : SEEK_CUR));
    if (position < 0)
        return -1;
    if (stream->flags & FILE_READING)
        position -= stream->read_end - stream->read_at;
    else if (stream->flags & FILE_WRITING)
        position += stream->write_at - stream->buffer;
    return position;
}

off_t __ftello(FILE *stream)
{
    return ftell(stream);
}
PUBLIC_NAME(ftello);
