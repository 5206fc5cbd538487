#include <stdlib.h>

int rand_r(unsigned int *seed)
{
    unsigned int bits;

    *seed = *seed * 1664525u + 1013904223u;
    bits = *seed;
    bits ^= bits >> 16;
    bits *= 0x7feb352du;
    bits ^= bits >> 15;
    return (int)(bits >> 1);
}
