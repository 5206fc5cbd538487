#include <ctype.h>
#include "../internal/ctype.h"

int isspace(int c)
{
    return CTYPE_IS(c, CTYPE_SPACE);
}
