/* #pragma pack and attribute((packed)) let bit-fields lie across the units of their types. */
#include "show.h"
#pragma pack(push, 1)
struct a { unsigned x : 12; unsigned char y : 7; unsigned z : 28; unsigned v : 4, w : 5; };
struct b { int x : 12; char y : 6; long z : 63; char v : 4; long w : 2; };
struct c { unsigned x : 5, y : 5, : 0, z : 5; char v : 5; short w : 5; };
struct d { char x; int y __attribute__((aligned(4))); int z : 3; int v : 6 __attribute__((aligned(8))); int w : 1; };
#pragma pack(2)
struct e { char x; long y : 45; int z : 30; unsigned v : 3; int w; };
#pragma pack(pop)
struct f { char x; int y : 20; long z : 50; char v; int : 0; int w : 3; } __attribute__((packed));
struct g { char x; int y : 20; long z : 50; char v; int : 0; int w : 3; };
union u { struct a a; struct b b; struct c c; struct d d; struct e e; struct f f; struct g g; unsigned char bytes[32]; };
static union u u;
static void bytes(int size) {
    show("size", size);
    for (int i = 0; i < size; i++) show("", u.bytes[i]);
    for (int i = 0; i < 32; i++) u.bytes[i] = 0;
}
#define TEST(s) u.s.x = 5, u.s.y = -5, u.s.z = 0x1234567, u.s.v = 3, u.s.w = -1, SHOW(u.s.x), SHOW(u.s.y), SHOW(u.s.z), \
                SHOW(u.s.v), SHOW(u.s.w), SHOW(_Alignof(struct s)), bytes(sizeof(struct s))
int main(void) {
    TEST(a); TEST(b); TEST(c); TEST(d); TEST(e); TEST(f); TEST(g);
    return 0;
}
