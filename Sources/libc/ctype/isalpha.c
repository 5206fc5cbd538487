#include <ctype.h>
#include "../internal/ctype.h"

int isalpha(int c)
{
    return CTYPE_IS(c, CTYPE_UPPER | CTYPE_LOWER);
}
