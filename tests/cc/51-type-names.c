/* Types without a name: in sizeof, in casts, in parameters. */
#include "show.h"

static int call(int (int), int);
static int call(int function(int), int x) { return function(x); }
static int negate(int x) { return -x; }

int main(void) {
    SHOW(sizeof(int *[4]));
    SHOW(sizeof(int (*)[4]));
    SHOW(sizeof(char (*)(void)));
    SHOW(sizeof(struct { char c; long l; }));
    SHOW(sizeof(union { char c[5]; short s; }));
    SHOW(sizeof(enum { ONE = 1, TWO }));
    SHOW(TWO);
    SHOW(sizeof(unsigned char[2][3][4]));
    SHOW(call(negate, 5));
    SHOW(((int (*)(int))negate)(6));
    SHOW((char)(unsigned short)70000);
    SHOW(*(int (*)[2])(int[]){ 8, 9 } != 0);
    SHOW(_Alignof(int *(*)(int)));
    return 0;
}
