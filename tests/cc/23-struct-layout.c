#include "show.h"
#define OFFSET(t, m) ((long)&((t *)0)->m)
struct a { char c; int i; char d; }; struct b { char c; double d; short s; }; struct c { char x[3]; short y; } ; union u { char c[5]; int i; };
struct p { char c; int i; } __attribute__((packed)); struct q { char c; int i __attribute__((packed)); long l; }; struct al { char c; int i __attribute__((aligned(16))); };
#pragma pack(push, 2)
struct k { char c; int i; long l; };
#pragma pack(pop)
struct empty {}; struct z { int n; char tail[0]; }; struct fl { short n; long data[]; };
int main(void) {
    SHOW(sizeof(struct a)); SHOW(OFFSET(struct a, i)); SHOW(OFFSET(struct a, d)); SHOW(sizeof(struct b)); SHOW(OFFSET(struct b, s)); SHOW(sizeof(struct c)); SHOW(sizeof(union u));
    SHOW(sizeof(struct p)); SHOW(sizeof(struct q)); SHOW(OFFSET(struct q, i)); SHOW(OFFSET(struct q, l)); SHOW(sizeof(struct al)); SHOW(sizeof(struct k)); SHOW(OFFSET(struct k, l));
    SHOW(sizeof(struct empty)); SHOW(sizeof(struct z)); SHOW(sizeof(struct fl)); SHOW(__builtin_offsetof(struct fl, data)); SHOW(_Alignof(struct b)); SHOW(_Alignof(struct al)); SHOW(_Alignof(short));
    SHOW(__builtin_offsetof(struct b, d)); SHOW(__builtin_offsetof(struct fl, data[3]));
    return 0;
}
