#include <fcntl.h>
#include <unistd.h>
#include "../internal/names.h"
#include "../internal/sys.h"

int __access(const char *path, int mode)
{
    return (int)__sys_result(sys_faccessat(AT_FDCWD, path, mode));
}
PUBLIC_NAME(access);
