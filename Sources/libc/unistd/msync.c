#include <sys/mman.h>
#include "../internal/sys.h"

int msync(void *address, size_t size, int flags)
{
    return (int)__sys_result(sys_msync(address, size, flags));
}
