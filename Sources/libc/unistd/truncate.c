#include <fcntl.h>
#include <unistd.h>
#include "../internal/sys.h"

int truncate(const char *path, off_t size)
{
    long fd = sys_open(path, O_WRONLY, 0);
    long answer = fd;

    if (fd >= 0) {
        answer = sys_ftruncate((int)fd, size);
        sys_close((int)fd);
    }
    return (int)__sys_result(answer);
}
