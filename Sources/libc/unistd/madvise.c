#include <sys/mman.h>
#include "../internal/sys.h"

int madvise(void *address, size_t size, int advice)
{
    return (int)__sys_result(sys_madvise(address, size, advice));
}

/* Gives the error. What is not needed is kept all the same: here that must not lose anything. */
int posix_madvise(void *address, size_t size, int advice)
{
    return advice == POSIX_MADV_DONTNEED ? 0 : (int)-sys_madvise(address, size, advice);
}
