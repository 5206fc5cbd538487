#include <sys/resource.h>
#include "../internal/sys.h"

int prlimit(pid_t pid, int resource, const struct rlimit *limit, struct rlimit *old)
{
    return (int)__sys_result(sys_prlimit64(pid, resource, limit, old));
}
