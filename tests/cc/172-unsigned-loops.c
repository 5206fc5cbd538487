/* Loops that end because unsigned numbers wrap. */
#include "show.h"
int main(void) { int n = 0; for (unsigned char i = 1; i; i *= 2) n++; SHOW(n); n = 0; for (unsigned short i = 65000; i >= 100; i++) n++; SHOW(n); n = 0; for (unsigned i = 5; i < 6; i--) n++; SHOW(n); n = 0; unsigned long u = 1; do n++; while (u <<= 1); SHOW(n); unsigned a = 3, b = 5; SHOW(a - b > 100); SHOW((int)(a - b)); SHOW((long)(a - b)); SHOW((a - b) / 2); for (unsigned long i = 3; i-- > 0; ) n += i; SHOW(n); unsigned x = 0x12345678; n = 0; while (x) { n += x & 15; x >>= 4; } SHOW(n); return 0; }
