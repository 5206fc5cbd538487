#include "../internal/runtime.h"

unsigned long __umulh(unsigned long a, unsigned long b)
{
    unsigned long a0 = a & 0xffffffffUL, a1 = a >> 32, b0 = b & 0xffffffffUL, b1 = b >> 32;
    unsigned long middle = a1 * b0 + (a0 * b0 >> 32);

    return a1 * b1 + (middle >> 32) + ((a0 * b1 + (middle & 0xffffffffUL)) >> 32);
}
