#include <grp.h>
#include "../internal/sys.h"

int setgroups(size_t count, const gid_t groups[])
{
    return (int)__sys_result(sys_setgroups(count, groups));
}
