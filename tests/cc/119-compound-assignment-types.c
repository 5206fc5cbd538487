/* op= computes in the common type and keeps the object's. */
#include "show.h"
static int calls; static int i_at(void) { return calls++; }

int main(void) {
    unsigned char c = 200; c += 100; SHOW(c); c -= 50; SHOW(c); c *= 2; SHOW(c); c /= 3; SHOW(c); c = 255; c <<= 1; SHOW(c); c >>= 3; SHOW(c); c |= 0x100; SHOW(c); c ^= -1; SHOW(c); c &= ~1; SHOW(c); c %= 7; SHOW(c);
    signed char s = 127; s += 1; SHOW(s); s /= -1; SHOW(s); s *= 2; SHOW(s); short h = 1000; h *= h; SHOW(h);
    int i = 10; i += 0.99; SHOW(i); i -= 1.5; SHOW(i); i *= 0.5f; SHOW(i); i = -7; i /= 2u; SHOW(i); i = -7; i %= 4u; SHOW(i); i = -8; i >>= 1u; SHOW(i); i += 5000000000; SHOW(i);
    unsigned u = 5; u -= 6; SHOW(u); u /= -1; SHOW(u); u = 7; u *= -1L; SHOW(u); long l = 5; l -= 6u; SHOW(l); l += -1u; SHOW(l); l *= 1.5; SHOW(l);
    double d = 1; d += 'a'; SHOW(d); d /= 4; SHOW(d * 4); float f = 1; f += 1e-9; SHOW(f == 1); f -= 3; SHOW(f);
    int a[4] = { 1, 2, 3, 4 }; a[i_at()] += 10; a[i_at()] <<= 3; SHOW(a[0] + a[1]); SHOW(calls);
    int *p = a; p += 2; SHOW(*p); p -= 1; SHOW(*p); *p++ += 5; SHOW(a[1]); *--p *= 2; SHOW(a[1]); char *t = "abcdef"; t += c % 3 + 1; SHOW(*t);
    struct { unsigned x : 5; int y : 6; } b = { 30, -30 }; b.x += 5; SHOW(b.x); b.y -= 5; SHOW(b.y); b.x *= 100; SHOW(b.x); b.y /= 3; SHOW(b.y); SHOW((b.x |= 64) == b.x);
    i = 1; i += i += i; SHOW(i); i = (u = 3, u += 2) * 2; SHOW(i); _Bool q = 1; q += 1; SHOW(q); q -= 1; SHOW(q); q |= 8; SHOW(q);
    return 0;
}
