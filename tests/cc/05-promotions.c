#include "show.h"
int main(void) {
    unsigned char c = 255; signed char s = -1; unsigned short h = 65535; unsigned u = 1; long l = -1;
    SHOW(c + 1); SHOW(s + 1); SHOW(h * h > 0); SHOW(-u > 0); SHOW(s < u); SHOW(l < u); SHOW(~c); SHOW(c << 24);
    SHOW((c += 1)); SHOW((s = 127, ++s)); SHOW(sizeof(c + c)); SHOW(sizeof(c)); SHOW(sizeof(l + u)); SHOW(sizeof('a'));
    return 0;
}
