#include <sys/mman.h>
#include "../internal/sys.h"

int mlock(const void *address, size_t size)
{
    return (int)SYSTEM_CALL2(mlock, address, size);
}

int munlock(const void *address, size_t size)
{
    return (int)SYSTEM_CALL2(munlock, address, size);
}

int mlockall(int flags)
{
    return (int)SYSTEM_CALL1(mlockall, flags);
}

int munlockall(void)
{
    return (int)SYSTEM_CALL0(munlockall);
}

int mincore(void *address, size_t size, unsigned char *pages)
{
    return (int)SYSTEM_CALL3(mincore, address, size, pages);
}
