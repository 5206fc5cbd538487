#include <unistd.h>
#include "../internal/sys.h"

uid_t getuid(void)
{
    return (uid_t)__sys_result(sys_getuid());
}
