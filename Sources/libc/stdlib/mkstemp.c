#include <stdlib.h>
#include "../internal/tempname.h"

int mkstemp(char *name)
{
    return __open_new(name, 0, 0);
}

int mkstemps(char *name, int suffix)
{
    return __open_new(name, suffix, 0);
}

int mkostemp(char *name, int flags)
{
    return __open_new(name, 0, flags);
}
