#include <sys/mman.h>
#include "../internal/sys.h"

int memfd_create(const char *name, unsigned int flags)
{
    return (int)SYSTEM_CALL2(memfd_create, name, flags);
}
