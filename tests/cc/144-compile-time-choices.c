/* __builtin_constant_p, choose_expr, types_compatible_p, expect. */
#include "show.h"
#define IS_INT(x) __builtin_types_compatible_p(__typeof__(x), int)
#define PICK(x) __builtin_choose_expr(sizeof(x) == 1, 10, 20)
static int zero;

int main(void) {
    int i = 0; const int c = 0; char ch = 0; int *p = 0; int a[3];
    SHOW(IS_INT(i)); SHOW(IS_INT(c)); SHOW(IS_INT(ch)); SHOW(IS_INT('a')); SHOW(IS_INT(1L)); SHOW(__builtin_types_compatible_p(int *, __typeof__(p))); SHOW(__builtin_types_compatible_p(int[], __typeof__(a))); SHOW(__builtin_types_compatible_p(int[4], int[3])); SHOW(__builtin_types_compatible_p(struct { int x; }, int));
    SHOW(PICK(ch)); SHOW(PICK(i)); SHOW(__builtin_choose_expr(1, 5, zero / zero)); SHOW(sizeof(__builtin_choose_expr(0, 1, (char)2)));
    SHOW(__builtin_constant_p(3 + 4)); SHOW(__builtin_constant_p("text") != 2); SHOW(__builtin_constant_p(zero + 1) == 0 || 1);
    enum { E = __builtin_constant_p(1) ? 7 : 8 }; SHOW(E);
    if (__builtin_expect(i == 0, 1)) put("expected\n");
    SHOW(__builtin_expect(42, 0));
    return 0;
}
