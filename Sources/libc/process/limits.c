#include <sys/resource.h>
#include "../internal/sys.h"

int getrlimit(int resource, struct rlimit *limit)
{
    return (int)__sys_result(sys_prlimit64(0, resource, NULL, limit));
}

int setrlimit(int resource, const struct rlimit *limit)
{
    return (int)__sys_result(sys_prlimit64(0, resource, limit, NULL));
}
