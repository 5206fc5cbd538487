#include <dirent.h>
#include <string.h>
#include "../internal/names.h"

INNER_NAME(strverscmp);

int versionsort(const struct dirent **a, const struct dirent **b)
{
    return __strverscmp((*a)->d_name, (*b)->d_name);
}
