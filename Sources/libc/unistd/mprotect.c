#include <sys/mman.h>
#include "../internal/sys.h"

int mprotect(void *address, size_t size, int protection)
{
    return (int)__sys_result(sys_mprotect(address, size, protection));
}
