#include <stdio.h>
#include <string.h>
#include "../internal/tempname.h"

static char tmpnam_name[L_tmpnam];

char *tmpnam(char *name)
{
    if (!name)
        name = tmpnam_name;
    memcpy(name, "/tmp/tmpnam.XXXXXX", sizeof "/tmp/tmpnam.XXXXXX");
    __random_letters(name + 12);
    return name;
}
