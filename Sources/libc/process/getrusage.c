#include <sys/resource.h>
#include "../internal/sys.h"

int getrusage(int who, struct rusage *usage)
{
    return (int)__sys_result(sys_getrusage(who, usage));
}
