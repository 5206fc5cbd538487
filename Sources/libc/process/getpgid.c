#include <unistd.h>
#include "../internal/sys.h"

pid_t getpgid(pid_t pid)
{
    return (pid_t)__sys_result(sys_getpgid(pid));
}
