/* Decimal and hexadecimal, suffixes, rounding. */
#include "show.h"
static long bits(double d) { union { double d; long l; } u = { d }; return u.l; }
static int fbits(float f) { union { float f; int i; } u = { f }; return u.i; }

int main(void) {
    SHOW(bits(0.1)); SHOW(bits(.5)); SHOW(bits(5.)); SHOW(bits(1e10)); SHOW(bits(1E-5)); SHOW(bits(1.5e+3)); SHOW(bits(0x1p4)); SHOW(bits(0x1.8p-1)); SHOW(bits(0x.8p0)); SHOW(bits(0xA.P1));
    SHOW(fbits(0.1f)); SHOW(fbits(1e-45f)); SHOW(fbits(3.4028235e38f)); SHOW(fbits(0x1.fffffep127F)); SHOW(fbits(16777217.0f));
    SHOW(bits(1.7976931348623157e308)); SHOW(bits(4.9406564584124654e-324)); SHOW(bits(2.2250738585072011e-308)); SHOW(bits(2.2250738585072014e-308));
    SHOW(bits(9007199254740993.0)); SHOW(bits(9007199254740992.99999999999999999999)); SHOW(bits(123456789012345678901234567890.0));
    SHOW(bits(1e23)); SHOW(bits(8.5e22)); SHOW(bits(0.500000000000000166533453693773481063544750213623046875));
    SHOW(bits(-0.0)); SHOW(bits(0x1p-1074)); SHOW(bits(0x1.00000000000008p0)); SHOW(bits(0x1.00000000000018p0));
    SHOW(sizeof 1.0f); SHOW(sizeof 1.0); SHOW(_Generic(1.f, float: 1, default: 2));
    SHOW(bits(1.0f / 3.0f)); SHOW(bits(1.0 / 3.0));
    return 0;
}
