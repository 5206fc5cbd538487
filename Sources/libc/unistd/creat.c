#include <fcntl.h>
#include "../internal/sys.h"

int creat(const char *path, mode_t mode)
{
    return (int)__sys_result(sys_open(path, O_WRONLY | O_CREAT | O_TRUNC, (int)mode));
}
