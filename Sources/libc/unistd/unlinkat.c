#include <unistd.h>
#include "../internal/sys.h"

int unlinkat(int directory, const char *path, int flags)
{
    return (int)__sys_result(sys_unlinkat(directory, path, flags));
}
