#include <fcntl.h>
#include <unistd.h>
#include "../internal/names.h"

INNER_NAME(faccessat);

int eaccess(const char *path, int mode)
{
    return __faccessat(AT_FDCWD, path, mode, AT_EACCESS);
}

int euidaccess(const char *path, int mode)
{
    return __faccessat(AT_FDCWD, path, mode, AT_EACCESS);
}
