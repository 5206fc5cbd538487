#include <unistd.h>
#include "../internal/sys.h"

int pipe(int ends[2])
{
    return (int)__sys_result(sys_pipe2(ends, 0));
}
