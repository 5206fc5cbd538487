/* _Alignas, _Alignof, and what attributes do to them. */
#include "show.h"

struct aligned { char c; _Alignas(16) char d; };
struct __attribute__((packed)) tight { char c; int i; short s; };
struct __attribute__((aligned(32))) whole { int x; };
struct member { char c; int i __attribute__((aligned(8))); };
static _Alignas(64) char buffer[3];
static _Alignas(double) char like_double;
typedef int wide_int __attribute__((aligned(16)));
struct uses { char c; wide_int w; };

int main(void) {
    SHOW(sizeof(struct aligned));
    SHOW(__builtin_offsetof(struct aligned, d));
    SHOW(sizeof(struct tight));
    SHOW(__builtin_offsetof(struct tight, s));
    SHOW(_Alignof(struct tight));
    SHOW(sizeof(struct whole));
    SHOW(_Alignof(struct whole));
    SHOW(__builtin_offsetof(struct member, i));
    SHOW((long)buffer % 64);
    SHOW((long)&like_double % 8);
    SHOW(__builtin_offsetof(struct uses, w));
    SHOW(_Alignof(long));
    SHOW(_Alignof(char[5]));
    SHOW(__alignof__(short));
    struct tight t = { 1, 0x12345678, -3 };
    t.i++;
    SHOW(t.i);
    SHOW(t.s);
    _Alignas(8) char local[2] = { 1, 2 };
    SHOW((long)local % 8);
    SHOW(local[1]);
    return 0;
}
