#include <fcntl.h>
#include "../internal/file.h"
#include "../internal/sys.h"

FILE *freopen(const char *path, const char *mode, FILE *stream)
{
    int flags;
    int open_flags = __file_mode(mode, &flags);

    if (open_flags < 0) {
        fclose(stream);
        return NULL;
    }
    __file_flush(stream);
    if (path) {
        long fd = __sys_result(sys_open(path, open_flags, 0666));
        if (fd < 0) {
            fclose(stream);
            return NULL;
        }
        /* The number stays the same, so that stdout is still descriptor 1. */
        if ((int)fd != stream->fd) {
            sys_dup3((int)fd, stream->fd, open_flags & O_CLOEXEC);
            sys_close((int)fd);
        }
    }
    stream->read_at = stream->read_end = NULL;
    stream->write_at = stream->write_end = NULL;
    /* Whether it is a terminal now, the next transfer finds out. */
    stream->flags = flags | FILE_UNDECIDED | (stream->flags & (FILE_ALLOCATED | FILE_LISTED | FILE_UNBUFFERED));
    __file_to_end(stream);
    return stream;
}
