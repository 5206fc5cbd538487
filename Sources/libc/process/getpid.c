#include <unistd.h>
#include "../internal/names.h"
#include "../internal/sys.h"

pid_t __getpid(void)
{
    return (pid_t)__sys_result(sys_getpid());
}
PUBLIC_NAME(getpid);
