#include <stdlib.h>
#include "../internal/scan_float.h"

float strtof(const char *text, char **end)
{
    return (float)__scan_float(text, end, 24);
}
