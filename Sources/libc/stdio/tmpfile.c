#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "../internal/file.h"
#include "../internal/names.h"
#include "../internal/tempname.h"

INNER_NAME(close);
INNER_NAME(unlink);

FILE *tmpfile(void)
{
    char name[] = "/tmp/tmpfile.XXXXXX";
    int fd = __open_new(name, 0, 0);
    FILE *stream;

    if (fd < 0)
        return NULL;
    /* Without a name it goes away when it is closed. */
    __unlink(name);
    stream = __file_new(fd, FILE_READABLE | FILE_WRITABLE);
    if (!stream)
        __close(fd);
    return stream;
}
