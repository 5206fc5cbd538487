#include <unistd.h>
#include "../internal/sys.h"

int syncfs(int fd)
{
    return (int)SYSTEM_CALL1(syncfs, fd);
}
