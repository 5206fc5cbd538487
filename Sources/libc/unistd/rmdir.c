#include <fcntl.h>
#include <unistd.h>
#include "../internal/sys.h"

int rmdir(const char *path)
{
    return (int)__sys_result(sys_unlinkat(AT_FDCWD, path, AT_REMOVEDIR));
}
