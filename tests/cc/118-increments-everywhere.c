/* ++ and -- on every kind of object. */
#include "show.h"
struct s { int a; unsigned b : 3; signed c : 3; char d; short e[2]; double f; float g; char *p; };
static struct s s = { 1, 7, 3, 127, { 5, -32768 }, 1.5, 0.25f, "abc" };
static int calls; static struct s *where(void) { calls++; return &s; }

int main(void) {
    SHOW(where()->a++); SHOW(s.a); SHOW(++where()->a); SHOW(calls);
    SHOW(s.b++); SHOW(s.b); SHOW(--s.b); SHOW(++s.b);
    SHOW(s.c++); SHOW(s.c); SHOW(--s.c);
    SHOW(++s.d); SHOW(s.d--); SHOW(s.d);
    SHOW(s.e[1]--); SHOW(s.e[1]); SHOW(++s.e[0]);
    SHOW(s.f++ * 2); SHOW(s.f * 2); SHOW(--s.f * 2); SHOW(++s.g * 4); SHOW(s.g-- * 4);
    SHOW(*s.p++); SHOW(*s.p); SHOW(*++s.p); SHOW(*--s.p);
    unsigned char u = 0; SHOW(--u); SHOW(u++); SHOW(u);
    unsigned long l = 0; SHOW(--l > 0); _Bool b = 0; SHOW(b++); SHOW(b++); SHOW(b); SHOW(--b);
    int a[3] = { 1, 2, 3 }, *p = a; SHOW((*p++)++); SHOW(a[0]); SHOW(++*p); SHOW(*p++ + *p--); SHOW(p - a);
    struct s *q = &s; q++; SHOW((char *)q - (char *)&s == sizeof s); q--; SHOW(q == &s);
    int i = 5; SHOW(i++ * 2 + 1); SHOW(- --i); SHOW(i-- - 1); SHOW(- -i);
    return 0;
}
