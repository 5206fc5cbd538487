/* A floating-point number as a condition, and negative constants converted to integers. */
#include <stdio.h>

static int truth_of_float(float x) { return x ? 1 : 0; }
static int truth_of_double(double x) { int n = 5; if (x) n--; return n; }
static int truth_of_long_double(long double x) { int n = 5; if (x) n--; return n; }
static int falsehood(double x, long double y) { return !x * 2 + !y; }
static int both(double x, long double y) { return x && y; }
static int either(double x, long double y) { return x || y; }

static int halvings(double x)
{
    int n = 0;

    while (x) {
        x /= 2;
        n++;
    }
    return n;
}

int main(void)
{
    static const int constants[] = { (int)-2.9, (short)-300.5f, (int)-1e9L, (unsigned char)200.7, (int)-0.5 };

    printf("%d %d\n", truth_of_float(0), truth_of_float(0.5f));
    printf("%d %d\n", truth_of_double(0), truth_of_double(1e-300));
    printf("%d %d\n", truth_of_long_double(0), truth_of_long_double(-1));
    printf("%d %d %d\n", falsehood(0, 1), falsehood(1, 0), falsehood(2, 3));
    printf("%d %d %d\n", both(1, 2), both(0, 1), both(1, 0));
    printf("%d %d %d\n", either(0, 0), either(0, 1), either(1, 0));
    printf("%d\n", halvings(1));
    printf("%d %d %d %d %d\n", constants[0], constants[1], constants[2], constants[3], constants[4]);
    printf("%ld %lld\n", (long)-3.7, (long long)-1e18);
    return 0;
}
