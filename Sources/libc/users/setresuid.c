#include <unistd.h>
#include "../internal/sys.h"

int setresuid(uid_t real, uid_t effective, uid_t saved)
{
    return (int)__sys_result(sys_setresuid((int)real, (int)effective, (int)saved));
}

/* The saved identity stays, so that there is a way back. */
int seteuid(uid_t user)
{
    return setresuid((uid_t)-1, user, (uid_t)-1);
}

int getresuid(uid_t *real, uid_t *effective, uid_t *saved)
{
    return (int)__sys_result(sys_getresuid(real, effective, saved));
}
