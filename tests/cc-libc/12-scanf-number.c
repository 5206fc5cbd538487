/* scanf's numbers: bases, widths, sizes, what stops it, what it returns. */
#include <stdio.h>

int main(void)
{
    int a = -1, b = -1, c = -1, n;
    long l;
    short s;
    signed char byte;
    unsigned u;
    float f;
    double d;
    long double ld;

    printf("%d", sscanf("12 -34 +56", "%d%d%d", &a, &b, &c));
    printf(" %d %d %d\n", a, b, c);
    printf("%d", sscanf("0x1f 017 9", "%i %i %i", &a, &b, &c));
    printf(" %d %d %d\n", a, b, c);
    printf("%d", sscanf("123456", "%2d%3d%d", &a, &b, &c));
    printf(" %d %d %d\n", a, b, c);
    printf("%d", sscanf("ff 777 0XAB", "%x %o %x", &u, (unsigned *)&a, (unsigned *)&b));
    printf(" %u %d %d\n", u, a, b);
    printf("%d", sscanf("70000 300 9000000000", "%hd %hhd %ld", &s, &byte, &l));
    printf(" %d %d %ld\n", s, byte, l);
    printf("%d", sscanf("1.5 2.5e3 -0x1.8p1 7", "%f %lf %Lf %n", &f, &d, &ld, &n));
    printf(" %g %g %g %d\n", f, d, (double)ld, n);
    printf("%d", sscanf("inf nan -infinity", "%lf %f %Lf", &d, &f, &ld));
    printf(" %g %d %g\n", d, f != f, (double)ld);
    printf("%d\n", sscanf("abc", "%d", &a));
    printf("%d\n", sscanf("", "%d", &a));
    printf("%d\n", sscanf("   ", "%d", &a));
    printf("%d\n", sscanf("5 x", "%d %d", &a, &b));
    printf("%d", sscanf("1,2;3", "%d,%d;%d", &a, &b, &c));
    printf(" %d %d %d\n", a, b, c);
    printf("%d\n", sscanf("1 2", "%d,%d", &a, &b));
    printf("%d", sscanf("10 20 30", "%*d %d %*d%n", &a, &n));
    printf(" %d %d\n", a, n);
    printf("%d", sscanf("50%", "%d%%%n", &a, &n));
    printf(" %d\n", n);
    printf("%d\n", sscanf("-", "%d", &a));
    printf("%d", sscanf("12345678901234567890123", "%ld", &l));
    printf(" %ld\n", l);
    return 0;
}
