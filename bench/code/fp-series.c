/* Functions of one double, called through pointers and directly: series, Newton's and Simpson's methods, a
   Fourier transform. */
#include <stdio.h>

enum { N = 1024 };
static double re[N], im[N];

static double sine(double x)
{
    double term = x, sum = x;
    for (int n = 1; n < 10; n++) {
        term *= -x * x / ((2 * n) * (2 * n + 1));
        sum += term;
    }
    return sum;
}

static double exponential(double x)
{
    double term = 1, sum = 1;
    for (int n = 1; n < 16; n++) sum += term *= x / n;
    return sum;
}

static double cube(double x) { return x * x * x - 2 * x + 1; }

static double simpson(double (*f)(double), double from, double to, int steps)
{
    double h = (to - from) / steps, sum = f(from) + f(to);
    for (int i = 1; i < steps; i++) sum += f(from + i * h) * (i % 2 ? 4 : 2);
    return sum * h / 3;
}

static double newton(double x)
{
    for (int i = 0; i < 30; i++) x -= cube(x) / (3 * x * x - 2);
    return x;
}

static void transform(double *re, double *im)
{
    for (int i = 1, j = 0; i < N; i++) {
        int bit = N >> 1;
        for (; j & bit; bit >>= 1) j ^= bit;
        j ^= bit;
        if (i < j) {
            double t = re[i];
            re[i] = re[j];
            re[j] = t;
            t = im[i];
            im[i] = im[j];
            im[j] = t;
        }
    }
    for (int length = 2; length <= N; length <<= 1) {
        double angle = 2 * 3.14159265358979 / length, s = sine(angle), c = 1 - 2 * sine(angle / 2) * sine(angle / 2);
        for (int i = 0; i < N; i += length) {
            double wr = 1, wi = 0;
            for (int k = 0; k < length / 2; k++) {
                int p = i + k, q = p + length / 2;
                double tr = re[q] * wr - im[q] * wi, ti = re[q] * wi + im[q] * wr;
                re[q] = re[p] - tr;
                im[q] = im[p] - ti;
                re[p] += tr;
                im[p] += ti;
                double t = wr * c - wi * s;
                wi = wr * s + wi * c;
                wr = t;
            }
        }
    }
}

int main(void)
{
    double sum = 0;
    for (int round = 0; round < 8000; round++) {
        sum += simpson(sine, 0, 1 + round / 16000.0, 300);
        sum += simpson(exponential, 0, 1, 300);
        sum += simpson(cube, -1, 1, 300);
        sum += newton(2 + round);
        for (int i = 0; i < N; i++) {
            re[i] = (i * (round + 3)) % 17 - 8;
            im[i] = 0;
        }
        transform(re, im);
        sum += re[round % N] - im[(round * 7) % N];
    }
    printf("fp-series %.6f\n", sum);
    return 0;
}
