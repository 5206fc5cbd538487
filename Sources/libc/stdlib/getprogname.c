#include <bits/null.h>
#include <stdlib.h>
#include <string.h>
#include "../internal/start.h"

const char *getprogname(void)
{
    const char *slash = __program_name ? strrchr(__program_name, '/') : NULL;

    return slash ? slash + 1 : __program_name;
}
