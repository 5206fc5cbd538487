#include <string.h>
#include "../internal/names.h"

char *__index(const char *text, int c)
{
    return strchr(text, c);
}
PUBLIC_NAME(index);

char *__rindex(const char *text, int c)
{
    return strrchr(text, c);
}
PUBLIC_NAME(rindex);
