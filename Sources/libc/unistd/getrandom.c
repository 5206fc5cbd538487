#include <sys/random.h>
#include "../internal/sys.h"

ssize_t getrandom(void *bytes, size_t size, unsigned int flags)
{
    return __sys_result(sys_getrandom(bytes, size, (int)flags));
}
