/* More arguments than registers, of all kinds. */
#include "show.h"

static long ten(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j) {
    return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h + 9 * i + 10 * j;
}
static long narrow(char a, short b, unsigned char c, unsigned short d, signed char e, _Bool f, char g, short h, unsigned char i) {
    return a + b + c + d + e + f + g + h + i;
}
static double mixed(int a, double b, float c, long d, double e, int f, float g, double h, int i, double j, double k, float l) {
    return a + b + c + d + e + f + g + h + i + j + k + l;
}
static int deep(int a, int b, int c, int d, int e, int f) {
    return a == 0 ? b + c + d + e + f : deep(a - 1, c, d, e, f, b + 1);
}
static int *address(int a, int b, int c, int d, int e, int f, int g) { static int kept; int *p = &g; kept = *p + f; return &kept; }

int main(void) {
    SHOW(ten(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    SHOW(ten(ten(1, 1, 1, 1, 1, 1, 1, 1, 1, 1), 0, 0, 0, 0, 0, 0, 0, 0, ten(0, 0, 0, 0, 0, 0, 0, 0, 0, 1)));
    SHOW(narrow(-1, -2, -3, -4, 200, 7, 300, 70000, -9));
    SHOW(mixed(1, 2.5, 3.25f, 4, 5.125, 6, 7.5f, 8, 9, 10, 11, 12.5f) * 1000);
    SHOW(deep(10, 1, 2, 3, 4, 5));
    SHOW(*address(1, 2, 3, 4, 5, 6, 7));
    return 0;
}
