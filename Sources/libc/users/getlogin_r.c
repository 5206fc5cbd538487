#include <errno.h>
#include <string.h>
#include <unistd.h>
#include "../internal/names.h"

INNER_NAME(getlogin);

int getlogin_r(char *name, size_t size)
{
    const char *found = __getlogin();

    if (!found) return ENXIO;
    if (strlen(found) >= size) return ERANGE;
    strcpy(name, found);
    return 0;
}
