#include <stdlib.h>
#include "../internal/scan_float.h"

double strtod(const char *text, char **end)
{
    return __scan_float(text, end, 53);
}
