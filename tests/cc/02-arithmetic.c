#include "show.h"
int main(void) {
    int a = 17, b = 5;
    SHOW(a + b); SHOW(a - b); SHOW(a * b); SHOW(a / b); SHOW(a % b);
    SHOW(-a / b); SHOW(-a % b); SHOW(a / -b); SHOW(a % -b);
    SHOW(a << 3); SHOW(a >> 2); SHOW(-a >> 2);
    SHOW(a & b); SHOW(a | b); SHOW(a ^ b); SHOW(~a); SHOW(-a); SHOW(+a); SHOW(!a); SHOW(!!a);
    return 0;
}
