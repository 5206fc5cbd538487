#include "show.h"
int main(void) {
    unsigned a = 4000000000u, b = 7; unsigned long big = 0xfffffffffffffff0ul;
    SHOW(a / b); SHOW(a % b); SHOW(a > b); SHOW(a >> 4); SHOW((int)a >> 4); SHOW(a + a); SHOW(b - 8 > b);
    SHOW(big / 10); SHOW(big % 10); SHOW(big > 5); SHOW(big >> 60); SHOW((long)big >> 60); SHOW((unsigned)big / 3);
    return 0;
}
