#include "../internal/runtime.h"

long __ashldi3(long value, int count)
{
    return (long)((unsigned long)value << count);
}

long __ashrdi3(long value, int count)
{
    return value >> count;
}

unsigned long __lshrdi3(unsigned long value, int count)
{
    return value >> count;
}

long __muldi3(long a, long b)
{
    return a * b;
}

long __negdi2(long value)
{
    return -value;
}
