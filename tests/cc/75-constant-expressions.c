/* Integer constant expressions: computed by the compiler, wherever they are asked for. */
#include "show.h"

enum { A = 1 << 4, B = A | 3, C = -B / 2, D = sizeof(int[A]), E = 'a' + 1, F = (char)300, G = !0 + ~0, H = 5 > 3 ? B : 1 / 1, I = (int)2.9 };
static int sized[D % 7 + 1];
struct fields { int f : A / 4; unsigned g : sizeof(long); };
_Static_assert(B == 19, "or");
_Static_assert((unsigned char)-1 == 255 && -1 < 0 && -1 > 0u, "unsigned comparison");
static const long big = 0x7fffffffffffffff - 1 + (1 ? 0 : 1 / 2);

int main(void) {
    SHOW(A); SHOW(B); SHOW(C); SHOW(D); SHOW(E); SHOW(F); SHOW(G); SHOW(H); SHOW(I);
    SHOW(sizeof sized);
    SHOW(big);
    switch (19) {
    case 0 ? 1 : B: put("nineteen\n"); break;
    case __builtin_offsetof(struct { int a; long b; }, b): put("eight\n"); break;
    case 1u << 31: put("top\n");
    }
    SHOW((1 || 1 / 0));
    SHOW(7 % -3);
    SHOW(-7 >> 1);
    SHOW(-7 / 2);
    SHOW(0x80000000 >> 31);
    SHOW((signed char)0x1ff);
    return 0;
}
