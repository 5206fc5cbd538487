#include <unistd.h>
#include "../internal/sys.h"

int unlink(const char *path)
{
    return (int)__sys_result(sys_unlink(path));
}
