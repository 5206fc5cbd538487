#include <unistd.h>
#include "../internal/sys.h"

int pipe2(int ends[2], int flags)
{
    return (int)__sys_result(sys_pipe2(ends, __open_flags(flags)));
}
