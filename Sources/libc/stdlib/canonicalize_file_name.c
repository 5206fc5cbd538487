#include <stdlib.h>
#include "../internal/names.h"

INNER_NAME(realpath);

char *canonicalize_file_name(const char *path)
{
    return __realpath(path, NULL);
}
