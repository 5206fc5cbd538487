#include <grp.h>
#include "../internal/names.h"
#include "../internal/sys.h"

int __setgroups(size_t count, const gid_t groups[])
{
    return (int)__sys_result(sys_setgroups(count, groups));
}
PUBLIC_NAME(setgroups);
