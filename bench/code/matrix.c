/* Integer arrays of two dimensions: products of matrices, a transposition, Floyd and Warshall's paths. */
#include <stdio.h>

enum { N = 120 };
static int a[N][N], b[N][N], c[N][N];

static void multiply(int to[N][N], int x[N][N], int y[N][N])
{
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++) {
            int sum = 0;
            for (int k = 0; k < N; k++) sum += x[i][k] * y[k][j];
            to[i][j] = sum;
        }
}

static void transpose(int m[N][N])
{
    for (int i = 0; i < N; i++)
        for (int j = i + 1; j < N; j++) {
            int t = m[i][j];
            m[i][j] = m[j][i];
            m[j][i] = t;
        }
}

static void paths(int m[N][N])
{
    for (int k = 0; k < N; k++)
        for (int i = 0; i < N; i++)
            for (int j = 0; j < N; j++)
                if (m[i][k] + m[k][j] < m[i][j]) m[i][j] = m[i][k] + m[k][j];
}

int main(void)
{
    unsigned seed = 12345, sum = 0;
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++) {
            seed = seed * 1103515245 + 12345;
            a[i][j] = seed >> 16 & 1023;
            b[i][j] = seed >> 8 & 1023;
        }
    for (int round = 0; round < 160; round++) {
        multiply(c, a, b);
        transpose(c);
        for (int i = 0; i < N; i++)
            for (int j = 0; j < N; j++) a[i][j] = c[i][j] & 1023;
        paths(c);
        sum = sum * 31 + c[round % N][N - 1 - round % N];
    }
    printf("matrix %u\n", sum);
    return 0;
}
