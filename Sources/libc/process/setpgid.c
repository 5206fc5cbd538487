#include <unistd.h>
#include "../internal/sys.h"

int setpgid(pid_t pid, pid_t group)
{
    return (int)__sys_result(sys_setpgid(pid, group));
}
