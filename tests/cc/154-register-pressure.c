/* More values alive than there are registers, across calls as well. */
#include "show.h"
static int id(int n) { return n; } static double did(double d) { return d; }
static long whole(int a, int b, int c, int d) {
    int e = a * b, f = b * c, g = c * d, h = d * a, i = a + b, j = b + c, k = c + d, l = d + a, m = a - b, n = b - c, o = c - d, p = d - a, q = a ^ b, r = b ^ c, s = c ^ d, t = d ^ a;
    int u = id(e) + id(f), v = id(g) + id(h);
    for (int x = 0; x < 5; x++) { e += f ^ x; f += g; g += h; h += i; i += j; j += k; k += l; l += m; m += n; n += o; o += p; p += q; q += r; r += s; s += t; t += e; }
    id(0);
    return (long)a + b + c + d + e * 2 + f * 3 + g * 4 + h * 5 + i * 6 + j * 7 + k * 8 + l * 9 + m + n * 2 + o * 3 + p * 4 + q * 5 + r * 6 + s * 7 + t * 8 + u + v;
}
static double real(double a, double b, double c, double d) {
    double e = a * b, f = b * c, g = c * d, h = d * a, i = a + b, j = b + c, k = c + d, l = d + a, m = a - b, n = b - c, o = c - d, p = d - a, q = a / b, r = b / c, s = c / d, t = d / a;
    double u = did(e) + did(f), v = did(g) - did(h);
    for (int x = 0; x < 3; x++) { e += f / 2; f += g / 2; g += h / 4; h -= i; i += j; j -= k; k += l; l -= m; m += n; n += o; o += p; p += q; q += r; r += s; s += t; t -= e / 8; }
    did(0);
    return a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p + q + r + s + t + u + v;
}
static long mixed(int n, double d, char *p, long l) { long s = 0; for (int i = 0; i < n; i++) { s += id(p[i]) + (long)did(d * i) + l; l ^= s; d += 0.5; } return s + l + (long)d + n + *p; }

int main(void) { SHOW(whole(1, 2, 3, 4)); SHOW(whole(-100, 2000, -30000, 400000)); SHOW(real(1, 2, 4, 8) * 1024); SHOW(mixed(10, 1.5, "abcdefghij", 1L << 33)); return 0; }
