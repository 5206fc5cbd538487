#include <ctype.h>
#include "../internal/ctype.h"

int isupper(int c)
{
    return CTYPE_IS(c, CTYPE_UPPER);
}
