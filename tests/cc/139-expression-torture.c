/* Deep and mixed expressions that need many registers. */
#include "show.h"
static int a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8; static long l = 1L << 33; static unsigned u = 0xdeadbeef; static double x = 1.5, y = -2.25;
static int id(int n) { return n; }

int main(void) {
    SHOW(((a + b) * (c + d) - (e + f) * (g + h)) / ((a - b) * (c - d)) + ((a * b + c * d) % (e * f - g * h)));
    SHOW((((a + (b + (c + (d + (e + (f + (g + (h + (a + (b + (c + (d + (e + (f + (g + h))))))))))))))))));
    SHOW((a + b) * ((c + d) * ((e + f) * ((g + h) * ((a + c) * ((b + d) * ((e + g) * (f + h))))))));
    SHOW(id(a + id(b + id(c + id(d) * id(e)) - id(f)) * id(g)) + id(h));
    SHOW(((l + a) * (l - b) ^ (l >> c) + (l << d)) & ~(l * e) | (u >> f) * (u << g));
    SHOW((a ? b ? c : d : e) + (a > b ? c : d > e ? f : g) * (h & 1 ? a : h & 2 ? b : c));
    SHOW((x * a + y * b) * (x * c - y * d) / (x + e) * (y - f) * 1000);
    SHOW(((((((((((((((((1 + a) ^ 2) + b) ^ 3) + c) ^ 4) + d) ^ 5) + e) ^ 6) + f) ^ 7) + g) ^ 8) + h)));
    int v[4] = { 3, 2, 1, 0 }; SHOW(v[v[v[v[0]]]] + v[v[1] + v[2] - v[3] * 2] * v[id(v[1])]);
    SHOW((u ^ u >> 3) * (u | u << 5) - (u & u >> 7) / (u % 1000 + 1));
    SHOW(-(-(-(-(~(~(~(~(!(!(a + b)))))))))));
    SHOW(id(a) - id(b) - id(c) - id(d) - id(e) - id(f) - id(g) - id(h));
    SHOW(id(id(a) * id(b) - id(c) * id(d)) * id(id(e) * id(f) - id(g) * id(h)));
    return 0;
}
