#include <string.h>
#include "../internal/byte_or_end.h"

char *strchrnul(const char *text, int c)
{
    return (char *)find_byte_or_end(text, c);
}
