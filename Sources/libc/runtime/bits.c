#include "../internal/runtime.h"

int __clzdi2(unsigned long bits)
{
    int count = 0, step;

    for (step = 32; step > 0; step >>= 1)
        if (!(bits >> (64 - step))) {
            bits <<= step;
            count += step;
        }
    return count;
}

int __clzsi2(unsigned int bits)
{
    return __clzdi2(bits) - 32;
}

int __ctzdi2(unsigned long bits)
{
    return 63 - __clzdi2(bits & (0 - bits));
}

int __ctzsi2(unsigned int bits)
{
    return __ctzdi2(bits);
}

int __ffsdi2(unsigned long bits)
{
    return bits ? __ctzdi2(bits) + 1 : 0;
}

/* Sums of neighbouring bits, then of pairs, then of fours; the product adds up the bytes. */
int __popcountdi2(unsigned long bits)
{
    bits = bits - (bits >> 1 & 0x5555555555555555UL);
    bits = (bits & 0x3333333333333333UL) + (bits >> 2 & 0x3333333333333333UL);
    bits = (bits + (bits >> 4)) & 0x0f0f0f0f0f0f0f0fUL;
    return (int)(bits * 0x0101010101010101UL >> 56);
}

int __popcountsi2(unsigned int bits)
{
    return __popcountdi2(bits);
}

int __paritydi2(unsigned long bits)
{
    return __popcountdi2(bits) & 1;
}

int __paritysi2(unsigned int bits)
{
    return __popcountdi2(bits) & 1;
}

unsigned int __bswapsi2(unsigned int bits)
{
    return bits >> 24 | (bits >> 8 & 0xff00) | (bits << 8 & 0xff0000) | bits << 24;
}

unsigned long __bswapdi2(unsigned long bits)
{
    return (unsigned long)__bswapsi2((unsigned int)(bits & 0xffffffffUL)) << 32
        | __bswapsi2((unsigned int)(bits >> 32));
}
