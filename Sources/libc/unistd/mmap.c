#include <sys/mman.h>
#include "../internal/sys.h"

void *mmap(void *address, size_t size, int protection, int flags, int fd, off_t offset)
{
    return (void *)__sys_result(sys_mmap(address, size, protection, flags, fd, offset));
}
