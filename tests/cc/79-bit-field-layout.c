/* Where bit-fields stand. */
#include "show.h"

struct a { int x : 4; int y : 4; char c; };
struct b { char c; int x : 25; };
struct c { int x : 1; int : 0; int y : 1; };
struct d { char a : 3; short b : 9; int c : 20; };
struct e { unsigned : 5; unsigned v : 3; };
struct g { long a : 33; int b : 31; };
struct h { char c; unsigned a : 8, b : 8, d : 8; };
struct __attribute__((packed)) p { unsigned a : 3; unsigned b : 30; char c; };
struct i { short a : 5; short b : 12; char c; };
union u { int a : 3; char c; };

static void bytes(const void *p, int n) {
    const unsigned char *b = p;
    while (n--) put_number(*b++), put(" ");
    put("\n");
}
#define BYTES(x) bytes(&(x), sizeof(x))

int main(void) {
    SHOW(sizeof(struct a)); SHOW(sizeof(struct b)); SHOW(sizeof(struct c)); SHOW(sizeof(struct d)); SHOW(sizeof(struct e));
    SHOW(sizeof(struct g)); SHOW(sizeof(struct h)); SHOW(sizeof(struct p)); SHOW(sizeof(struct i)); SHOW(sizeof(union u));
    static struct a a = { 5, -3, 'z' }; BYTES(a);
    static struct b b = { 1, 0x1ffffff }; BYTES(b);
    static struct c c = { -1, -1 }; BYTES(c);
    static struct d d = { 3, -200, 77777 }; BYTES(d);
    static struct e e = { 5 }; BYTES(e);
    static struct g g = { -1L << 20, 12345 }; BYTES(g);
    static struct h h = { 1, 2, 3, 4 }; BYTES(h);
    static struct p p = { 5, 0x2aaaaaaa, 9 }; BYTES(p);
    static struct i i = { 7, 1000, 3 }; BYTES(i);
    static struct d later; later.c = -1; later.b = 1; BYTES(later);
    return 0;
}
