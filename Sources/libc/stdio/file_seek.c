#include "../internal/file.h"
#include "../internal/sys.h"

long __file_seek(FILE *stream, long offset, int whence)
{
    if (stream->operations)
        return stream->operations->seek(stream, offset, whence);
    return sys_lseek(stream->fd, offset, whence);
}
