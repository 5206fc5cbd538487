/* Dense runs of cases at both ends of the integers, and constants at the ends elsewhere. */
#include "show.h"

int top(unsigned long x) {
    switch (x) {
    case 1UL << 63: return 1;
    case (1UL << 63) + 1: return 2;
    case (1UL << 63) + 2: return 3;
    case (1UL << 63) + 3: return 4;
    case (1UL << 63) + 5: return 5;
    case (1UL << 63) + 6: return 6;
    case ~0UL: return 7;
    case 0: return 8;
    }
    return 0;
}
int bottom(long x) {
    switch (x) {
    case -0x7fffffffffffffffL - 1: return 1;
    case -0x7fffffffffffffffL: return 2;
    case -0x7fffffffffffffffL + 1: return 3;
    case -0x7fffffffffffffffL + 2: return 4;
    case -0x7fffffffffffffffL + 3: return 5;
    case 0x7fffffffffffffffL: return 6;
    case 0x7ffffffffffffffeL: return 7;
    case 0x7ffffffffffffffdL: return 8;
    case 0x7ffffffffffffffcL: return 9;
    case 0x7ffffffffffffffbL: return 10;
    }
    return 0;
}
int narrow(int x) {
    switch (x) {
    case -0x7fffffff - 1: return 1;
    case -0x7fffffff: return 2;
    case -0x7fffffff + 1: return 3;
    case -0x7fffffff + 2: return 4;
    case -0x7fffffff + 4: return 5;
    }
    return 0;
}
int unsigned_narrow(unsigned x) {
    switch (x) {
    case 0xfffffffb: return 1;
    case 0xfffffffc: return 2;
    case 0xfffffffd: return 3;
    case 0xfffffffe: return 4;
    case 0xffffffff: return 5;
    case 0: return 6;
    case 0x80000000: return 7;
    case 0x80000001: return 8;
    case 0x80000002: return 9;
    case 0x80000003: return 10;
    case 0x80000004: return 11;
    }
    return 0;
}
int everything(long x) { switch (x) { case -0x7fffffffffffffffL - 1 ... 0x7fffffffffffffffL: return 1; } return 0; }
int positive(unsigned long x) { switch (x) { case 0 ... 0x7fffffffffffffff: return 1; } return 0; }

/* Subscripts that no array has: they must compile, and need not run. */
char bytes[16];
char *out_there = &bytes[0x7fffffffffffffff];
int *far(int *p) { return &p[0x7fffffffffffffff]; }
int beyond(void) { return bytes[0x7fffffffffffffff] + bytes[-0x7fffffffffffffff - 1]; }
int local_beyond(void) {
    char a[8];
    a[0x7fffffffffffffff] = 1;
    a[0x7ffffffffffffffd] = 1;
    return a[-0x7fffffffffffffff - 1];
}
struct block { char x[60]; };
void copy_beyond(char *p, struct block *from) {
    struct block t;
    *(struct block *)((char *)&t + 0x7ffffffffffffff0) = *from;
    *(struct block *)(p + 0x7ffffffffffffff0) = *(struct block *)(p - 0x7ffffffffffffff0);
    __builtin_memset(p + 0x7ffffffffffffff0, 0, 40);
}

int main(void) {
    for (long i = -1; i < 8; i++) show("top", top((1UL << 63) + i));
    SHOW(top(0) + top(~0UL));
    for (long i = 0; i < 6; i++) show("bottom", bottom((long)((1UL << 63) + i)) * 100 + bottom((long)((1UL << 63) - 1 - i)));
    for (int i = 0; i < 6; i++) show("narrow", narrow((int)(0x80000000u + i)) * 100 + narrow(0x7fffffff - i));
    for (int i = -6; i < 6; i++) show("unsigned", unsigned_narrow(i) * 100 + unsigned_narrow(0x80000000u + i));
    SHOW(everything(0) + everything(-0x7fffffffffffffffL - 1));
    SHOW(positive(5) * 10 + positive(1UL << 63));
    SHOW(far((int *)16) == (int *)12);
    SHOW(out_there - bytes == 0x7fffffffffffffff);
    volatile int no = 0;
    if (no) return beyond() + local_beyond() + (copy_beyond(bytes, 0), 0);
    return 0;
}
