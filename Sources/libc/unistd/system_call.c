#include "../internal/sys.h"

long __system_call(long number, long a, long b, long c, long d, long e, long f)
{
    if ((number & ~0xffffffL) == __SYSTEM_CALL_PORTABLE) number = sys_number(number);
    return sys_call(number, a, b, c, d, e, f);
}
