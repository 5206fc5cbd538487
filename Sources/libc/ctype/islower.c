#include <ctype.h>
#include "../internal/ctype.h"

int islower(int c)
{
    return CTYPE_IS(c, CTYPE_LOWER);
}
