#include "show.h"
static int f(int x) {
    switch (x) { case 1: return 10; case 2: x += 5; case 3: return x; case -7: return -70; default: return 99; case 1000000: return 6; }
}
static int g(unsigned char c) {
    int n = 0;
    switch (c) { case '0' ... '9': n = 1; break; case 'a' ... 'z': case 'A' ... 'Z': n = 2; break; case 200 ... 255: n = 3; }
    return n;
}
static int dense(int x) { switch (x) { case 0: return 5; case 1: return 3; case 2: return 8; case 3: return 1; case 4: return 9; case 5: return 7; case 6: return 2; } return -1; }
static int wide(long x) { switch (x) { case 1L << 40: return 1; case -(1L << 40): return 2; case 0x7fffffffffffffff: return 3; case 0: return 4; } return 5; }
int main(void) {
    SHOW(f(1)); SHOW(f(2)); SHOW(f(3)); SHOW(f(-7)); SHOW(f(0)); SHOW(f(1000000));
    SHOW(g('5')); SHOW(g('q')); SHOW(g('Q')); SHOW(g(' ')); SHOW(g(230));
    for (int i = -1; i < 8; i++) SHOW(dense(i));
    SHOW(wide(1L << 40)); SHOW(wide(-(1L << 40))); SHOW(wide(0x7fffffffffffffff)); SHOW(wide(0)); SHOW(wide(7));
    switch (3) { int hidden; case 3: hidden = 4; SHOW(hidden); }
    switch (1) default: SHOW(12);
    return 0;
}
