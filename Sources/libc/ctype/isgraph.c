#include <ctype.h>
#include "../internal/ctype.h"

int isgraph(int c)
{
    return CTYPE_IS(c, CTYPE_UPPER | CTYPE_LOWER | CTYPE_DIGIT | CTYPE_PUNCTUATION);
}
