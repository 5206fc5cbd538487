#include <errno.h>
#include <string.h>
#include <unistd.h>

int getlogin_r(char *name, size_t size)
{
    const char *found = getlogin();

    if (!found) return ENXIO;
    if (strlen(found) >= size) return ERANGE;
    strcpy(name, found);
    return 0;
}
