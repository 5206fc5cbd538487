/* Floating point at work: matrices, Newton, Simpson, a Mandelbrot row. */
#include "show.h"
static double a[6][6], inverse[6][6];
static double absolute(double d) { return d < 0 ? -d : d; }
static double root(double x) { double r = x > 1 ? x : 1; for (int i = 0; i < 60; i++) r = (r + x / r) / 2; return r; }
static double simpson(double (*f)(double), double lo, double hi, int n) { double h = (hi - lo) / n, s = f(lo) + f(hi); for (int i = 1; i < n; i++) s += f(lo + i * h) * (i & 1 ? 4 : 2); return s * h / 3; }
static double cubic(double x) { return x * x * x - 2 * x + 1; }
static int mandelbrot(double cr, double ci) { double r = 0, i = 0; int n = 0; while (n < 50 && r * r + i * i < 4) { double t = r * r - i * i + cr; i = 2 * r * i + ci; r = t; n++; } return n; }
static void invert(int n) {
    for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) inverse[i][j] = i == j;
    for (int c = 0; c < n; c++) {
        int best = c; for (int r = c + 1; r < n; r++) if (absolute(a[r][c]) > absolute(a[best][c])) best = r;
        for (int j = 0; j < n; j++) { double t = a[c][j]; a[c][j] = a[best][j]; a[best][j] = t; t = inverse[c][j]; inverse[c][j] = inverse[best][j]; inverse[best][j] = t; }
        double p = a[c][c]; for (int j = 0; j < n; j++) a[c][j] /= p, inverse[c][j] /= p;
        for (int r = 0; r < n; r++) if (r != c) { double f = a[r][c]; for (int j = 0; j < n; j++) a[r][j] -= f * a[c][j], inverse[r][j] -= f * inverse[c][j]; }
    }
}

int main(void) {
    for (int i = 0; i < 5; i++) for (int j = 0; j < 5; j++) a[i][j] = 1.0 / (i + j + 1);
    invert(5);
    for (int i = 0; i < 5; i++) SHOW(inverse[i][i] + 0.5);
    SHOW(root(2) * 1e9); SHOW(root(12345.678) * 1e6); SHOW(simpson(cubic, -1, 3, 100) * 1e6);
    for (int i = 0; i < 40; i++) put_number(mandelbrot(-2 + i * 0.07, 0.3)), put(" ");
    put("\n");
    float f = 0; for (int i = 1; i <= 100; i++) f += 1.0f / i; SHOW(f * 1e5f);
    return 0;
}
