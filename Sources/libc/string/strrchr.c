#include <string.h>
#include "../internal/last_byte.h"

char *strrchr(const char *text, int c)
{
    return (char *)find_last_byte(text, c, strlen(text) + 1);
}
