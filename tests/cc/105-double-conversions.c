/* Between double and every integer type. */
#include "show.h"
static long bits(double d) { union { double d; long l; } u = { d }; return u.l; }
static int to_int(double d) { return d; }
static unsigned to_unsigned(double d) { return d; }
static long to_long(double d) { return d; }
static unsigned long to_ulong(double d) { return d; }
static double from_long(long l) { return l; }
static double from_ulong(unsigned long l) { return l; }
static double from_unsigned(unsigned u) { return u; }
static double from_char(signed char c) { return c; }

int main(void) {
    SHOW(to_int(2.9)); SHOW(to_int(-2.9)); SHOW(to_int(-0.5)); SHOW(to_int(2147483647.5)); SHOW(to_int(-2147483648.9));
    SHOW(to_unsigned(4294967295.5)); SHOW(to_unsigned(3e9)); SHOW(to_long(9.2e18)); SHOW(to_long(-9223372036854775808.0)); SHOW(to_long(1e15 + 0.5));
    SHOW(to_ulong(1.8e19)); SHOW(to_ulong(9223372036854775808.0)); SHOW(to_ulong(9223372036854774784.0)); SHOW(to_ulong(0.99));
    SHOW(bits(from_long(9007199254740993))); SHOW(bits(from_long(-9007199254740995))); SHOW(bits(from_long(0x7fffffffffffffff)));
    SHOW(bits(from_ulong(-1ul))); SHOW(bits(from_ulong(0x8000000000000400))); SHOW(bits(from_ulong(0x8000000000000401))); SHOW(bits(from_ulong(0x8000000000000c00)));
    SHOW(bits(from_unsigned(4000000000u))); SHOW(bits(from_char(-128)));
    SHOW((signed char)to_int(100.7)); SHOW((short)-300.5); SHOW((_Bool)1e-300); SHOW((char)65.9);
    int i = 3; i *= 1.5; SHOW(i); i += 0.9; SHOW(i); unsigned char c = 200; c += 50.7; SHOW(c); long l = 1L << 60; l /= 2.0; SHOW(l); unsigned long u = 1ul << 63; u *= 1.0; SHOW(u);
    return 0;
}
