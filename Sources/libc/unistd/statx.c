#include <sys/stat.h>
#include "../internal/sys.h"

int statx(int directory, const char *path, int flags, unsigned int mask, struct statx *result)
{
    return (int)__sys_result(sys_statx(directory, path, flags, mask, result));
}
