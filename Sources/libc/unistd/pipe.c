#include <unistd.h>
#include "../internal/sys.h"
#include "../internal/names.h"

int __pipe(int ends[2])
{
    return (int)__sys_result(sys_pipe2(ends, 0));
}
PUBLIC_NAME(pipe);
