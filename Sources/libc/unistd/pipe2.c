#include <unistd.h>
#include "../internal/names.h"
#include "../internal/sys.h"

int __pipe2(int ends[2], int flags)
{
    return (int)__sys_result(sys_pipe2(ends, __open_flags(flags)));
}
PUBLIC_NAME(pipe2);
