#include <unistd.h>
#include "../internal/sys.h"

int setresgid(gid_t real, gid_t effective, gid_t saved)
{
    return (int)__sys_result(sys_setresgid((int)real, (int)effective, (int)saved));
}

/* The saved identity stays, so that there is a way back. */
int setegid(gid_t group)
{
    return setresgid((gid_t)-1, group, (gid_t)-1);
}

int getresgid(gid_t *real, gid_t *effective, gid_t *saved)
{
    return (int)__sys_result(sys_getresgid(real, effective, saved));
}
