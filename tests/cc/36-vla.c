#include "show.h"
static long f(int n, int m, int a[n][m]) { long s = 0; for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) s += a[i][j] * (i + 1); SHOW(sizeof a[0]); return s; }
static int g(int n) { int s = 0; for (int i = 1; i <= n; i++) { char b[i * 100]; b[0] = i; b[i * 100 - 1] = 1; if (i == 3) continue; s += b[0] + b[i * 100 - 1] + (int)sizeof b; if (i == n) break; } return s; }
int main(void) { int n = 3, m = 4; int a[n][m]; for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) a[i][j] = i * 10 + j; SHOW(f(n, m, a)); SHOW(sizeof a); SHOW(sizeof(int[n + 1])); int (*p)[m] = a; m = 100; SHOW(p[2][1]); SHOW(sizeof *p); SHOW(&a[2] - &a[0]); SHOW(g(5)); typedef int row[n]; n = 50; row r; SHOW(sizeof r); int k = 0;
  again:; int v[k + 10]; v[k] = k; if (++k < 2000) goto again; SHOW(v[0] * 0 + k); long big = 0; for (int i = 0; i < 20000; i++) { int w[1000 + i % 7]; w[5] = i; big += w[5]; } SHOW(big); return 0; }
