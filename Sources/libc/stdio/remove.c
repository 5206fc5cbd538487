#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include "../internal/sys.h"

int remove(const char *path)
{
    long answer = sys_unlink(path);

    if (answer == -EISDIR || answer == -EPERM)
        answer = sys_unlinkat(AT_FDCWD, path, AT_REMOVEDIR);
    return (int)__sys_result(answer);
}
