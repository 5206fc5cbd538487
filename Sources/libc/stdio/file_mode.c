#include <errno.h>
#include <fcntl.h>
#include "../internal/file.h"
#include "../internal/sys.h"

int __file_mode(const char *mode, int *flags)
{
    int open_flags;

    if (*mode == 'r') {
        open_flags = O_RDONLY;
        *flags = FILE_READABLE;
    } else if (*mode == 'w') {
        open_flags = O_WRONLY | O_CREAT | O_TRUNC;
        *flags = FILE_WRITABLE;
    } else if (*mode == 'a') {
        open_flags = O_WRONLY | O_CREAT | O_APPEND;
        *flags = FILE_WRITABLE | FILE_APPENDS;
    } else {
        errno = EINVAL;
        return -1;
    }
    while (*++mode) {
        if (*mode == '+') {
            open_flags = (open_flags & ~O_ACCMODE) | O_RDWR;
            *flags |= FILE_READABLE | FILE_WRITABLE;
        } else if (*mode == 'x') {
            open_flags |= O_EXCL;
        } else if (*mode == 'e') {
            open_flags |= O_CLOEXEC;
        } else if (*mode == ',') {
            break;
        }
    }
    return open_flags;
}

void __file_to_end(FILE *stream)
{
    if ((stream->flags & (FILE_APPENDS | FILE_READABLE)) == FILE_APPENDS)
        sys_lseek(stream->fd, 0, SEEK_END);
}
