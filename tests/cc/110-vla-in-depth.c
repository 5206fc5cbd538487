/* Arrays of variable length: two dimensions, typedefs, loops, sizeof, pointers to them. */
#include "show.h"
static int fill(int n, int m, int a[n][m]) { for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) a[i][j] = i * m + j; return sizeof a[0]; }
static long sum(int n, const int (*p)[n], int rows) { long s = 0; while (rows--) { for (int i = 0; i < n; i++) s += (*p)[i]; p++; } return s; }
static int many(int n) { int total = 0; for (int i = 1; i <= n; i++) { char a[i * 100]; a[0] = i; a[i * 100 - 1] = 1; total += a[0] + a[i * 100 - 1] + sizeof a; } return total; }
static int sized(int n) { typedef int row[n]; n = 100; row r; row *p = &r; return sizeof(row) + sizeof *p; }
static int side(int n) { int a[n++]; return n * 10 + sizeof a / 4; }

int main(void) {
    int n = 3, m = 5;
    int a[n][m];
    SHOW(fill(n, m, a));
    SHOW(sizeof a);
    SHOW(a[2][4]);
    SHOW(sum(m, a, n));
    SHOW(&a[2] - &a[0]);
    SHOW((char *)&a[1] - (char *)a);
    SHOW(many(50));
    SHOW(sized(4));
    SHOW(side(6));
    int (*p)[m] = a + 1;
    SHOW(p[1][1]);
    SHOW(sizeof(int[n][2]));
    struct { int x; } structs[n];
    structs[n - 1].x = 8;
    SHOW(structs[2].x);
    char text[n + m + 1];
    for (int i = 0; i < n + m; i++) text[i] = 'a' + i;
    text[n + m] = 0;
    put(text); put("\n");
    double d[n]; d[1] = 2.5; SHOW(d[1] * 2);
    for (int k = 0; k < 3; k++) { int b[k + 1]; b[k] = k; if (k == 1) continue; SHOW(b[k] + sizeof b); }
    return 0;
}
