#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <sys/resource.h>
#include <ulimit.h>
#include "../internal/sys.h"

/* The largest file, in units of 512 bytes. */
long ulimit(int command, ...)
{
    struct rlimit limit;

    if (command != UL_GETFSIZE && command != UL_SETFSIZE) return __sys_result(-EINVAL);
    if (__sys_result(sys_prlimit64(0, RLIMIT_FSIZE, NULL, &limit)) < 0) return -1;
    if (command == UL_SETFSIZE) {
        va_list arguments;
        va_start(arguments, command);
        limit.rlim_cur = limit.rlim_max = (rlim_t)va_arg(arguments, long) * 512;
        va_end(arguments);
        if (__sys_result(sys_prlimit64(0, RLIMIT_FSIZE, &limit, NULL)) < 0) return -1;
    }
    return limit.rlim_cur == RLIM_INFINITY ? LONG_MAX : (long)(limit.rlim_cur / 512);
}
