/* float keeps its own precision. */
#include "show.h"
static int bits(float f) { union { float f; int i; } u = { f }; return u.i; }
static float third(float x) { return x / 3; }
static float poly(float x) { return ((x * 1.5f - 2.25f) * x + 0.125f) * x; }
static double widen(float f) { return f; }
static float narrow(double d) { return d; }

int main(void) {
    SHOW(bits(third(1)));
    SHOW(bits(third(10) * 3 - 10));
    SHOW(bits(poly(1.1f)));
    SHOW(widen(0.1f) == 0.1);
    SHOW(narrow(0.1) == 0.1f);
    float sum = 0;
    for (int i = 0; i < 1000; i++) sum += 0.1f;
    SHOW(bits(sum));
    float big = 16777216.0f;
    SHOW(big + 1 == big);
    SHOW((big + 1.0) == big);
    SHOW(bits(narrow(1e40)));
    SHOW(bits(-narrow(1e-50)));
    float f = 1.5f;
    f++;
    f *= 2;
    f -= 0.5;
    SHOW(bits(f));
    SHOW(bits(-f));
    SHOW((int)f);
    SHOW((unsigned char)(f * 50));
    int i = 16777217;
    SHOW((float)i == 16777216.0f);
    SHOW(bits((float)123456789012345678L));
    SHOW(bits((float)18446744073709551615u));
    return 0;
}
