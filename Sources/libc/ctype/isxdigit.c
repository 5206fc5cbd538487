#include <ctype.h>
#include "../internal/ctype.h"

int isxdigit(int c)
{
    return CTYPE_IS(c, CTYPE_HEX);
}
