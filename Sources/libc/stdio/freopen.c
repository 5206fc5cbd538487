#include <fcntl.h>
#include "../internal/file.h"
#include "../internal/sys.h"

/* Opens the file of a descriptor once more, with other rights and at its beginning. */
static long open_again(int fd, int open_flags)
{
    char path[] = "/proc/self/fd/0123456789";
    char *digit = path + sizeof path - 1;
    char *number = path + sizeof "/proc/self/fd/" - 1;
    long opened;
    unsigned value = (unsigned)fd;

    do
        *--digit = '0' + value % 10;
    while (value /= 10);
    while ((*number++ = *digit++))
        ;
    opened = sys_open(path, open_flags & ~(O_CREAT | O_EXCL), 0);
    if (opened < 0) {
        /* Without /proc, or for a socket: the descriptor as it is. */
        if (open_flags & O_TRUNC)
            sys_ftruncate(fd, 0);
        sys_lseek(fd, 0, SEEK_SET);
        opened = fd;
    }
    return opened;
}

FILE *freopen(const char *path, const char *mode, FILE *stream)
{
    int flags;
    int open_flags = __file_mode(mode, &flags);

    if (open_flags < 0) {
        fclose(stream);
        return NULL;
    }
    __file_flush(stream);
    if (path || stream->fd >= 0) {
        long fd = path ? __sys_result(sys_open(path, open_flags, 0666)) : open_again(stream->fd, open_flags);
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
