#include "../internal/double.h"
#include "../internal/runtime.h"
#include "../internal/soft_float.h"

int __eqdf2(double a, double b)
{
    return __soft_compare(__double_bits(a), __double_bits(b), SOFT_DOUBLE);
}

int __nedf2(double a, double b)
{
    return __soft_compare(__double_bits(a), __double_bits(b), SOFT_DOUBLE);
}

int __ltdf2(double a, double b)
{
    return __soft_compare(__double_bits(a), __double_bits(b), SOFT_DOUBLE);
}

int __ledf2(double a, double b)
{
    return __soft_compare(__double_bits(a), __double_bits(b), SOFT_DOUBLE);
}

int __cmpdf2(double a, double b)
{
    return __soft_compare(__double_bits(a), __double_bits(b), SOFT_DOUBLE);
}

int __gtdf2(double a, double b)
{
    int order = __soft_compare(__double_bits(a), __double_bits(b), SOFT_DOUBLE);

    return order == 2 ? -1 : order;
}

int __gedf2(double a, double b)
{
    int order = __soft_compare(__double_bits(a), __double_bits(b), SOFT_DOUBLE);

    return order == 2 ? -1 : order;
}

int __unorddf2(double a, double b)
{
    return __soft_compare(__double_bits(a), __double_bits(b), SOFT_DOUBLE) == 2;
}
