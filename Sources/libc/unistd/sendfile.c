#include <sys/sendfile.h>
#include "../internal/sys.h"

ssize_t sendfile(int to, int from, off_t *offset, size_t size)
{
    return SYSTEM_CALL4(sendfile, to, from, offset, size);
}
