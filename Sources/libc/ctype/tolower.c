#include <ctype.h>

int tolower(int c)
{
    return (unsigned)c - 'A' < 26 ? c + 32 : c;
}
