#include <errno.h>
#include <unistd.h>
#include "../internal/sys.h"

int getentropy(void *bytes, size_t size)
{
    if (size > 256) {
        errno = EIO;
        return -1;
    }
    return __sys_result(sys_getrandom(bytes, size, 0)) == (long)size ? 0 : -1;
}
