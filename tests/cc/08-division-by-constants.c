#include "show.h"
static int values[] = { 0, 1, -1, 2, 6, 7, 8, 9, -7, -8, -9, 99, 100, 101, 2147483647, -2147483647 - 1, 123456789, -987654321 };
int main(void) {
    long sum = 0;
    for (int i = 0; i < (int)(sizeof values / sizeof *values); i++) {
        int v = values[i]; unsigned u = v; long l = (long)v * 1000003; unsigned long ul = l;
        sum = sum * 31 + v / 3 + v / 7 * 2 + v % 10 + v / -5 + v % -3 + v / 16 + v % 16 + v / 1000000007 + v % 641;
        sum = sum * 31 + u / 3 + u / 7 + u % 10 + u / 641 + u % 1000003 + u / 0x80000001u;
        sum = sum * 31 + l / 3 + l / 7 + l % 10 + l / -9 + l % 64 + l / 64 + l / 1000000007;
        sum = sum * 31 + ul / 3 + ul / 7 + ul % 10 + ul / 641 + ul % 1000000007 + ul / 0x8000000000000001ul;
        SHOW(sum);
    }
    return 0;
}
