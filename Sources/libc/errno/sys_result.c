#include <errno.h>
#include "../internal/sys.h"

long __sys_result(long answer)
{
    /* The kernel keeps the last 4095 values for errors; all others are answers, addresses included. */
    if (answer < 0 && answer > -4096) {
        errno = (int)-answer;
        return -1;
    }
    return answer;
}
