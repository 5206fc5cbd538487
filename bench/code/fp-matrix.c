/* Arrays of doubles: products of matrices, Gauss elimination, a vector's norm. */
#include <stdio.h>

enum { N = 100 };
static double a[N][N], b[N][N], c[N][N], x[N];

static void multiply(double to[N][N], double p[N][N], double q[N][N])
{
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0;
            for (int k = 0; k < N; k++) sum += p[i][k] * q[k][j];
            to[i][j] = sum;
        }
}

static void solve(double m[N][N], double *v)
{
    for (int i = 0; i < N; i++) {
        int best = i;
        for (int r = i + 1; r < N; r++)
            if (m[r][i] * m[r][i] > m[best][i] * m[best][i]) best = r;
        for (int k = 0; k < N; k++) {
            double t = m[i][k];
            m[i][k] = m[best][k];
            m[best][k] = t;
        }
        double t = v[i];
        v[i] = v[best];
        v[best] = t;
        for (int r = i + 1; r < N; r++) {
            double factor = m[r][i] / m[i][i];
            for (int k = i; k < N; k++) m[r][k] -= factor * m[i][k];
            v[r] -= factor * v[i];
        }
    }
    for (int i = N; i-- > 0;) {
        for (int k = i + 1; k < N; k++) v[i] -= m[i][k] * v[k];
        v[i] /= m[i][i];
    }
}

int main(void)
{
    double norm = 0;
    unsigned seed = 3;
    for (int round = 0; round < 360; round++) {
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                seed = seed * 1103515245 + 12345;
                a[i][j] = (seed >> 16 & 255) / 256.0;
                b[i][j] = (seed >> 8 & 255) / 256.0 - 0.5;
            }
            a[i][i] += 10;
            x[i] = i + round;
        }
        multiply(c, a, b);
        for (int i = 0; i < N; i++) c[i][i] += 50;
        solve(c, x);
        for (int i = 0; i < N; i++) norm += x[i] * x[i];
    }
    printf("fp-matrix %.9f\n", norm);
    return 0;
}
