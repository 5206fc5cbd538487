/* Code that is never run, and values that are never used, whose effects must stay. */
#include "show.h"
static int calls; static int call(void) { return ++calls; }
static int after_return(int x) { return x; x = 5; return x; }
static int forever(int n) { for (;;) { if (n-- < 0) return calls; call(); } }
static int unused(int x) { int a = call(); int b = x / 1; (void)a; b++; call(); x * 3; return x; }
static int constant_if(int x) { if (0) { x = 100; hidden: x += 50; } if (1) { if (x == 1) goto hidden; } while (0) x = 7; return x; }
static int self(int x) { int y = x; y = y; y -= 0; y *= 1; y |= 0; y ^= 0; y <<= 0; y /= 1; return y + x * 0 + (x - x) + (x ^ x); }
static int overwritten(int *p) { *p = 1; *p = 2; int a = *p; *p = call(); *p = 3; return a; }
static void no_effect(void) { int a[100]; for (int i = 0; i < 100; i++) a[i] = i; }
static int unreachable_case(int x) { switch (x & 1) { case 0: return 1; case 1: return 2; case 5: call(); return 3; } __builtin_unreachable(); }
static int never_taken(unsigned x) { if (x < 0) call(); if (x / 2 > 0x80000000u) call(); return sizeof(char) == 1 ? 1 : call(); }

int main(void) {
    SHOW(after_return(3)); SHOW(forever(4)); SHOW(unused(6)); SHOW(calls); SHOW(constant_if(1)); SHOW(constant_if(2)); SHOW(self(-9)); int x = 0; SHOW(overwritten(&x)); SHOW(x); SHOW(calls); no_effect(); SHOW(unreachable_case(3)); SHOW(never_taken(5)); SHOW(calls); if (0) undefined_function(); 0 && undefined_function(); 1 || undefined_function(); 1 ? 0 : undefined_function(); SHOW(sizeof(undefined_function()));
    return 0;
}
