/* All orders, with infinities, signed zeros and what is no number. */
#include "show.h"
static int relations(double a, double b) { return (a < b) | (a <= b) << 1 | (a > b) << 2 | (a >= b) << 3 | (a == b) << 4 | (a != b) << 5; }
static int relations_f(float a, float b) { return (a < b) | (a <= b) << 1 | (a > b) << 2 | (a >= b) << 3 | (a == b) << 4 | (a != b) << 5; }
static int branches(double a, double b) {
    int r = 0;
    if (a < b) r |= 1; if (a <= b) r |= 2; if (a > b) r |= 4; if (a >= b) r |= 8; if (a == b) r |= 16; if (a != b) r |= 32;
    if (!(a < b)) r |= 64; if (!(a <= b)) r |= 128; if (!(a > b)) r |= 256; if (!(a >= b)) r |= 512; if (!(a == b)) r |= 1024; if (!(a != b)) r |= 2048;
    return r;
}
static int loops(double limit) { int n = 0; for (double d = 0; d < limit; d += 0.25) n++; while (!(limit <= 0)) { limit--; n++; } return n; }

int main(void) {
    double zero = 0, nan = zero / zero, inf = 1 / zero, v[] = { 0.0, -0.0, 1, -1, inf, -inf, nan, 1e-310 };
    for (int i = 0; i < 8; i++) {
        for (int j = 0; j < 8; j++) put_number(relations(v[i], v[j])), put(" ");
        for (int j = 0; j < 8; j++) put_number(branches(v[i], v[j])), put(" ");
        put("\n");
    }
    SHOW(relations_f(1.5f, 2.5f)); SHOW(relations_f(nan, nan)); SHOW(relations_f(-0.0f, 0.0f)); SHOW(relations_f(inf, 3e38f));
    SHOW(loops(3.0));
    SHOW(nan ? 1 : 2); SHOW(!nan); SHOW(nan && 1); SHOW(-0.0 ? 1 : 2); SHOW(nan == nan || nan != nan);
    SHOW(__builtin_isnan(nan)); SHOW(1 / -0.0 < 0);
    return 0;
}
