#include <stdlib.h>

/* Programs here never run with raised privileges. */
char *secure_getenv(const char *name)
{
    return getenv(name);
}
