#include <ctype.h>
#include "../internal/ctype.h"

int isprint(int c)
{
    return CTYPE_IS(c, CTYPE_PRINT);
}
