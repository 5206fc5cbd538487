/* Dense, sparse, negative, wide, nested, with declarations inside. */
#include "show.h"

static int dense(int n) { switch (n) { case 0: return 5; case 1: return 4; case 2: case 3: return 3; case 4: return 2; case 5: return 1; case 6: return 9; case 7: return 8; default: return -1; } }
static int sparse(int n) { switch (n) { case -2147483647 - 1: return 1; case -100: return 2; case 0: return 3; case 77: return 4; case 1000000: return 5; case 2147483647: return 6; } return 0; }
static int wide(long n) { switch (n) { case 1L << 40: return 1; case -1L << 50: return 2; case 5: return 3; case 0xffffffff: return 4; case -1: return 5; } return 0; }
static int narrow(unsigned char c) { switch (c) { case 0: return 1; case 255: return 2; case 256: return 3; default: return 4; } }
static int ranges(int n) { switch (n) { case -5 ... -1: return -1; case 0: return 0; case 1 ... 9: return 1; case 10 ... 1000000: return 2; } return 3; }
static int through(int n) { int r = 0; switch (n) { default: r += 1; case 1: r += 10; case 2: r += 100; break; case 3: r += 1000; } return r; }
static int nested(int a, int b) { switch (a) { case 1: switch (b) { case 1: return 11; case 2: break; default: return 19; } return 12; case 2: return 20; } return 0; }
static int into(int n) { switch (n) { int hidden; case 1: hidden = 5; return hidden; { case 2: n = 7; } if (0) { case 3: n += 10; } } return n; }

int main(void) {
    for (int i = -1; i < 9; i++) put_number(dense(i)), put(" ");
    put("\n");
    SHOW(sparse(-2147483647 - 1)); SHOW(sparse(-100)); SHOW(sparse(0)); SHOW(sparse(77)); SHOW(sparse(1000000)); SHOW(sparse(2147483647)); SHOW(sparse(1));
    SHOW(wide(1L << 40)); SHOW(wide(-1L << 50)); SHOW(wide(5)); SHOW(wide(0xffffffff)); SHOW(wide(-1)); SHOW(wide(0));
    SHOW(narrow(0)); SHOW(narrow(255)); SHOW(narrow(7));
    SHOW(ranges(-6)); SHOW(ranges(-5)); SHOW(ranges(-1)); SHOW(ranges(0)); SHOW(ranges(9)); SHOW(ranges(10)); SHOW(ranges(1000000)); SHOW(ranges(1000001));
    SHOW(through(0)); SHOW(through(1)); SHOW(through(2)); SHOW(through(3));
    SHOW(nested(1, 1)); SHOW(nested(1, 2)); SHOW(nested(1, 3)); SHOW(nested(2, 1)); SHOW(nested(3, 1));
    SHOW(into(1)); SHOW(into(2)); SHOW(into(3)); SHOW(into(4));
    switch (5) ;
    switch (5) case 5: put("alone\n");
    switch ('a') { default: put("default only\n"); }
    return 0;
}
