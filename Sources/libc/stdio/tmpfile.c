#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "../internal/file.h"
#include "../internal/tempname.h"

FILE *tmpfile(void)
{
    char name[] = "/tmp/tmpfile.XXXXXX";
    int fd = __open_new(name, 0, 0);
    FILE *stream;

    if (fd < 0)
        return NULL;
    /* Without a name it goes away when it is closed. */
    unlink(name);
    stream = __file_new(fd, FILE_READABLE | FILE_WRITABLE);
    if (!stream)
        close(fd);
    return stream;
}
