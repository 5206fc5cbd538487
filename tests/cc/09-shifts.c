#include "show.h"
int main(void) {
    unsigned long one = 1; long minus = -1; int n = 5; unsigned char c = 200;
    for (int i = 0; i < 64; i += 9) { SHOW(one << i); SHOW(minus << i); SHOW(-1L >> i); SHOW(~0ul >> i); }
    SHOW(c << n); SHOW(c >> n); SHOW((signed char)c >> n); SHOW(1 << 31 >> 31); SHOW(1u << 31 >> 31); SHOW(n <<= 2); SHOW(n >>= 1);
    return 0;
}
