#include "../internal/file.h"
#include "../internal/sys.h"

FILE *fopen(const char *path, const char *mode)
{
    int flags;
    int open_flags = __file_mode(mode, &flags);
    long fd;
    FILE *stream;

    if (open_flags < 0)
        return NULL;
    fd = __sys_result(sys_open(path, open_flags, 0666));
    if (fd < 0)
        return NULL;
    stream = __file_new((int)fd, flags);
    if (!stream)
        sys_close((int)fd);
    return stream;
}
