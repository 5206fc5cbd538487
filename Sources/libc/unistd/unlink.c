#include <unistd.h>
#include "../internal/names.h"
#include "../internal/sys.h"

int __unlink(const char *path)
{
    return (int)__sys_result(sys_unlink(path));
}
PUBLIC_NAME(unlink);
