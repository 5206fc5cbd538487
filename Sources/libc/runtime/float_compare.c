#include "../internal/double.h"
#include "../internal/runtime.h"
#include "../internal/soft_float.h"

int __eqsf2(float a, float b)
{
    return __soft_compare(__float_bits(a), __float_bits(b), SOFT_FLOAT);
}

int __nesf2(float a, float b)
{
    return __soft_compare(__float_bits(a), __float_bits(b), SOFT_FLOAT);
}

int __ltsf2(float a, float b)
{
    return __soft_compare(__float_bits(a), __float_bits(b), SOFT_FLOAT);
}

int __lesf2(float a, float b)
{
    return __soft_compare(__float_bits(a), __float_bits(b), SOFT_FLOAT);
}

int __cmpsf2(float a, float b)
{
    return __soft_compare(__float_bits(a), __float_bits(b), SOFT_FLOAT);
}

int __gtsf2(float a, float b)
{
    int order = __soft_compare(__float_bits(a), __float_bits(b), SOFT_FLOAT);

    return order == 2 ? -1 : order;
}

int __gesf2(float a, float b)
{
    int order = __soft_compare(__float_bits(a), __float_bits(b), SOFT_FLOAT);

    return order == 2 ? -1 : order;
}

int __unordsf2(float a, float b)
{
    return __soft_compare(__float_bits(a), __float_bits(b), SOFT_FLOAT) == 2;
}
