#include <sys/mman.h>
#include "../internal/sys.h"

int munmap(void *address, size_t size)
{
    return (int)__sys_result(sys_munmap(address, size));
}
