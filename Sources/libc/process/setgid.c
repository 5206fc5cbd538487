#include <unistd.h>
#include "../internal/sys.h"

int setgid(gid_t group)
{
    return (int)__sys_result(sys_setgid((int)group));
}

int setregid(gid_t real, gid_t effective)
{
    return (int)__sys_result(sys_setregid((int)real, (int)effective));
}
