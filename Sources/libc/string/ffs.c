#include <strings.h>

/* The number of the lowest bit that is set, counted from 1; 0 for none. */
int ffsll(long long bits)
{
    int number = 1;

    if (!bits)
        return 0;
    while (!(bits & 255)) {
        bits >>= 8;
        number += 8;
    }
    while (!(bits & 1)) {
        bits >>= 1;
        number++;
    }
    return number;
}

int ffsl(long bits)
{
    return ffsll(bits);
}

int ffs(int bits)
{
    return ffsll(bits);
}
