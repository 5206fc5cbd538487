/* 64 bits, signed and unsigned. */
#include "show.h"

static unsigned long long mix(unsigned long long h, unsigned long long x) {
    h ^= x;
    h *= 0x9e3779b97f4a7c15u;
    return h ^ h >> 29;
}
static long long divide(long long a, long long b) { return a / b; }
static long long modulo(long long a, long long b) { return a % b; }
static unsigned long long udivide(unsigned long long a, unsigned long long b) { return a / b; }
static unsigned long long umodulo(unsigned long long a, unsigned long long b) { return a % b; }

int main(void) {
    unsigned long long h = 1;
    for (unsigned i = 0; i < 100; i++) h = mix(h, i);
    SHOW(h);
    SHOW(divide(-9000000000000000001, 7));
    SHOW(modulo(-9000000000000000001, 7));
    SHOW(divide(9000000000000000001, -1000000007));
    SHOW(modulo(9000000000000000001, -1000000007));
    SHOW(udivide(-1, 10));
    SHOW(umodulo(-1, 10));
    SHOW(udivide(1ull << 63, 3));
    SHOW(9223372036854775807LL + 1 < 0);
    SHOW(0x7fffffffffffffff * 2u);
    SHOW((unsigned long)-1 >> 1);
    SHOW(-1L >> 60);
    SHOW(1L << 62);
    SHOW((int)0x1234567890abcdefLL);
    SHOW((unsigned)0xfedcba9876543210ULL);
    SHOW(4000000000u * 2ul);
    SHOW(4000000000u * 2u);
    return 0;
}
