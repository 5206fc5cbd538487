#include <ctype.h>
#include "../internal/ctype.h"

int isalnum(int c)
{
    return CTYPE_IS(c, CTYPE_UPPER | CTYPE_LOWER | CTYPE_DIGIT);
}
