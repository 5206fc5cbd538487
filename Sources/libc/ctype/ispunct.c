#include <ctype.h>
#include "../internal/ctype.h"

int ispunct(int c)
{
    return CTYPE_IS(c, CTYPE_PUNCTUATION);
}
