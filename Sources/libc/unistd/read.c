#include <unistd.h>
#include "../internal/names.h"
#include "../internal/sys.h"

ssize_t __read(int fd, void *bytes, size_t size)
{
    return __sys_result(sys_read(fd, bytes, size));
}
PUBLIC_NAME(read);
