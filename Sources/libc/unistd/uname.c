#include <sys/utsname.h>
#include "../internal/names.h"
#include "../internal/sys.h"

int __uname(struct utsname *name)
{
    return (int)__sys_result(sys_uname(name));
}
PUBLIC_NAME(uname);
