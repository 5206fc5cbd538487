#include <unistd.h>
#include "../internal/sys.h"

int chroot(const char *path)
{
    return (int)__sys_result(sys_chroot(path));
}
