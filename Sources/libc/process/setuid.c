#include <unistd.h>
#include "../internal/sys.h"

int setuid(uid_t user)
{
    return (int)__sys_result(sys_setuid((int)user));
}

int setreuid(uid_t real, uid_t effective)
{
    return (int)__sys_result(sys_setreuid((int)real, (int)effective));
}
