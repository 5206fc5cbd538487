#include <errno.h>
#include "../internal/file.h"
#include "../internal/names.h"

int __fileno(FILE *stream)
{
    if (stream->operations) {
        errno = EBADF;
        return -1;
    }
    return stream->fd;
}
PUBLIC_NAME(fileno);
