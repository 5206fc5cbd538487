#include <unistd.h>
#include "../internal/sys.h"

gid_t getgid(void)
{
    return (gid_t)__sys_result(sys_getgid());
}
