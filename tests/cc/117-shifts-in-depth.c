/* Shifts by constants and variables, all widths. */
#include "show.h"
static int left(int x, int n) { return (unsigned)x << n; }
static int right(int x, int n) { return x >> n; }
static unsigned uright(unsigned x, int n) { return x >> n; }
static long lleft(long x, int n) { return (unsigned long)x << n; }
static long lright(long x, long n) { return x >> n; }
static unsigned long luright(unsigned long x, char n) { return x >> n; }
static unsigned rotate(unsigned x, unsigned n) { return x << n | x >> (32 - n & 31); }
static unsigned long rotate64(unsigned long x, int n) { return x >> n | x << (64 - n & 63); }

int main(void) {
    for (int n = 0; n < 32; n += 5) { SHOW(left(-12345, n)); SHOW(right(-123456789, n)); SHOW(uright(-123456789, n)); }
    for (int n = 0; n < 64; n += 9) { SHOW(lleft(-12345, n)); SHOW(lright(-1234567890123456789, n)); SHOW(luright(-1234567890123456789, n)); }
    SHOW(rotate(0x12345678, 8)); SHOW(rotate(0x80000001, 1)); SHOW(rotate(5, 0)); SHOW(rotate64(0x123456789abcdef0, 12));
    unsigned char c = 0xf0; SHOW(c >> 4); SHOW(c << 4); SHOW((unsigned char)(c << 1)); c >>= 5; SHOW(c); c <<= 7; SHOW(c);
    short s = -30000; s >>= 3; SHOW(s); s <<= 5; SHOW(s);
    unsigned u = 1; u <<= 31; SHOW(u); SHOW(u >> 31); SHOW((int)u >> 31); long l = u; SHOW(l << 1); SHOW((long)(int)u << 1);
    SHOW(1 << 3 + 1); SHOW(-1 >> 1); SHOW(-1u >> 1); SHOW(((1u << 5) - 1 & 0xff) >> 2);
    return 0;
}
