#include <unistd.h>
#include "../internal/sys.h"

ssize_t copy_file_range(int from, off_t *from_offset, int to, off_t *to_offset, size_t size, unsigned int flags)
{
    return SYSTEM_CALL(copy_file_range, from, from_offset, to, to_offset, size, flags);
}
