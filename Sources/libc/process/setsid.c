#include <unistd.h>
#include "../internal/names.h"
#include "../internal/sys.h"

pid_t __setsid(void)
{
    return (pid_t)__sys_result(sys_setsid());
}
PUBLIC_NAME(setsid);
