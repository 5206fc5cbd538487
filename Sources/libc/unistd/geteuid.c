#include <unistd.h>
#include "../internal/sys.h"

uid_t geteuid(void)
{
    return (uid_t)__sys_result(sys_geteuid());
}
