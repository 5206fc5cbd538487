#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>
#include "../internal/names.h"

INNER_NAME(uname);

int gethostname(char *name, size_t size)
{
    struct utsname system;

    if (__uname(&system) < 0)
        return -1;
    strncpy(name, system.nodename, size);
    if (size > 0)
        name[size - 1] = 0;
    return 0;
}
