#include <unistd.h>
#include "../internal/sys.h"

int getgroups(int size, gid_t groups[])
{
    return (int)__sys_result(sys_getgroups(size, groups));
}
