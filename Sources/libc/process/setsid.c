#include <unistd.h>
#include "../internal/sys.h"

pid_t setsid(void)
{
    return (pid_t)__sys_result(sys_setsid());
}
