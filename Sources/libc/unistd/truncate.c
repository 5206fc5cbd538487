#include <unistd.h>
#include "../internal/sys.h"

int truncate(const char *path, off_t size)
{
    return (int)SYSTEM_CALL2(truncate, path, size);
}
