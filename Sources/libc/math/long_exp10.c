#include <math.h>
#include "../internal/names.h"

INNER_NAME(exp10);

/* At double precision also where long double has more. */
long double exp10l(long double x)
{
    return (long double)__exp10((double)x);
}
