#include <fcntl.h>
#include "../internal/file.h"
#include "../internal/sys.h"

FILE *fdopen(int fd, const char *mode)
{
    int flags;
    long state;

    if (__file_mode(mode, &flags) < 0)
        return NULL;
    state = __sys_result(sys_fcntl(fd, F_GETFL, 0));
    if (state < 0)
        return NULL;
    if (flags & FILE_APPENDS && !(state & O_APPEND))
        sys_fcntl(fd, F_SETFL, state | O_APPEND);
    return __file_new(fd, flags);
}
