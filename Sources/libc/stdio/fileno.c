#include <errno.h>
#include "../internal/file.h"

int fileno(FILE *stream)
{
    if (stream->operations) {
        errno = EBADF;
        return -1;
    }
    return stream->fd;
}
