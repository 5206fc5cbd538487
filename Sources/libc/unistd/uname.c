#include <sys/utsname.h>
#include "../internal/sys.h"

int uname(struct utsname *name)
{
    return (int)__sys_result(sys_uname(name));
}
