#include <unistd.h>
#include "../internal/sys.h"

off_t lseek(int fd, off_t offset, int whence)
{
    return __sys_result(sys_lseek(fd, offset, whence));
}
