#include <unistd.h>
#include "../internal/sys.h"

int setuid(uid_t user)
{
    return (int)__sys_result(sys_setuid((int)user));
}

int seteuid(uid_t user)
{
    return setreuid((uid_t)-1, user);
}

int setreuid(uid_t real, uid_t effective)
{
    return (int)__sys_result(sys_setreuid((int)real, (int)effective));
}
