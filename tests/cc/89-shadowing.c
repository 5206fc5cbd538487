/* The innermost name wins, from where its declarator ends. */
#include "show.h"

static int x = 1;
static int f(int x) { { int x = 5; x++; } return x; }
static int size(void) { int x[sizeof x + 1]; return sizeof x; }
static int tag(void) { struct x { int a; } s = { 2 }; int x = s.a; { struct x { char c[9]; }; return sizeof(struct x) + x; } }

int main(void) {
    SHOW(f(3));
    int y = x;
    int x = y + 10;
    SHOW(x);
    for (int x = 0; x < 1; x++) { int x = 99; SHOW(x); }
    SHOW(x);
    { extern int z; SHOW(z); }
    if (sizeof(struct { int z; }) == 4) { int z = 4; SHOW(z); }
    SHOW(size() > 4);
    SHOW(tag());
    { int x = 1; { int x = 2; { int x = 3; SHOW(x); } SHOW(x); } SHOW(x); }
    int put_number_ = 6;
    SHOW(put_number_);
    return 0;
}
int z = 8;
