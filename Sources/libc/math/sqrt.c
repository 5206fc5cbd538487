#include "../internal/math.h"
#include "../internal/runtime.h"

/* One instruction where the compiler has it. */
#ifdef __MINICC__
#define square_root __builtin_ieee_sqrt
#else
#define square_root __sqrtdf2
#endif

double sqrt(double x)
{
    return x < 0 ? __math_domain() : square_root(x);
}
