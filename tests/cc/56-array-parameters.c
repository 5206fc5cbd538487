/* An array as a parameter is a pointer, of whichever form. */
#include "show.h"

static int first(int a[]) { return a[0]; }
static int size_of(int a[10]) { return sizeof a; }
static int with_qualifier(int a[const 3]) { return a[2]; }
static int at_least(int a[static 2]) { return a[1]; }
static int rows(int a[][3], int n) { return a[n][1]; }
static int variable(int n, int m, int a[n][m], int i, int j) { return a[i][j]; }
static int star(int n, int a[*]);
static int star(int n, int a[n]) { return a[n - 1]; }
static int function_parameter(int f(int)) { return f(3); }
static int square(int x) { return x * x; }

int main(void) {
    int a[] = { 4, 5, 6 };
    int m[2][3] = { { 1, 2, 3 }, { 4, 5, 6 } };
    SHOW(first(a));
    SHOW(size_of(a));
    SHOW(with_qualifier(a));
    SHOW(at_least(a));
    SHOW(rows(m, 1));
    SHOW(variable(2, 3, m, 1, 2));
    SHOW(star(3, a));
    SHOW(function_parameter(square));
    return 0;
}
