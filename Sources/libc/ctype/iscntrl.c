#include <ctype.h>
#include "../internal/ctype.h"

int iscntrl(int c)
{
    return CTYPE_IS(c, CTYPE_CONTROL);
}
