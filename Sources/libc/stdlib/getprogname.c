#include <stdlib.h>
#include "../internal/start.h"

const char *getprogname(void)
{
    return __progname;
}
