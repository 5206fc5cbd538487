#include <stdlib.h>
#include "../internal/scan_float.h"

/* With double's precision also where long double has more. */
long double strtold(const char *text, char **end)
{
    return __scan_float(text, end, 53);
}
