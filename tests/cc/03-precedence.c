#include "show.h"
int main(void) {
    SHOW(1 + 2 * 3); SHOW((1 + 2) * 3); SHOW(10 - 4 - 3); SHOW(100 / 10 / 5); SHOW(1 << 2 + 1);
    SHOW(1 | 2 ^ 3 & 2); SHOW(1 < 2 == 1); SHOW(5 & 3 == 3); SHOW(1 ? 2 : 0 ? 3 : 4); SHOW(-2 - -3);
    SHOW(~1 + 1); SHOW(!1 + 1); SHOW(2 * -3 % 4); SHOW((1, 2, 3));
    return 0;
}
