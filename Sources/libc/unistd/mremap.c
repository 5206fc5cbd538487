#include <stdarg.h>
#include <sys/mman.h>
#include "../internal/sys.h"

/* The fifth argument, the new place, is there with MREMAP_FIXED only. */
void *mremap(void *address, size_t size, size_t new_size, int flags, ...)
{
    void *place = NULL;

    if (flags & MREMAP_FIXED) {
        va_list arguments;
        va_start(arguments, flags);
        place = va_arg(arguments, void *);
        va_end(arguments);
    }
    return (void *)SYSTEM_CALL5(mremap, address, size, new_size, flags, place);
}
