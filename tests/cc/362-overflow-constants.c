/* __builtin_add_overflow_p and its like are constants where their operands are. */
#include "show.h"
#define ADD(a, b) __builtin_add_overflow_p(a, b, (__typeof__((a) + (b)))0)
#define SUB(a, b) __builtin_sub_overflow_p(a, b, (__typeof__((a) - (b)))0)
#define MUL(a, b) __builtin_mul_overflow_p(a, b, (__typeof__((a) * (b)))0)
#define INT_MAX 0x7fffffff
#define LONG_MIN (-0x7fffffffffffffffL - 1)

_Static_assert(ADD(INT_MAX, 1) && !ADD(INT_MAX, -1) && ADD(0xffffffffu, 1u) && !ADD(INT_MAX, 1L), "add");
_Static_assert(SUB(0u, 1u) && !SUB(-1, INT_MAX) && SUB(-2, INT_MAX) && SUB(LONG_MIN, 1), "subtract");
_Static_assert(MUL(1 << 16, 1 << 15) && !MUL(1 << 15, 1 << 15) && MUL(LONG_MIN, -1) && MUL(~0ul, ~0ul), "multiply");
_Static_assert(__builtin_add_overflow_p(100, 100, (signed char)0) && !__builtin_add_overflow_p(100, 100, (unsigned char)0), "char");
_Static_assert(__builtin_sub_overflow_p(0ul, ~0ul, 0l) && !__builtin_sub_overflow_p(1ul, ~0ul >> 1, 0l), "mixed");
enum { INSIDE = MUL(3, 5) ? -1 : 15 };

int main(void) {
    int big = INT_MAX, calls = 0;
    SHOW(INSIDE);
    SHOW(ADD(big, 1));
    SHOW(ADD(big, -1));
    SHOW(__builtin_add_overflow_p(1, 2, calls++));
    SHOW(calls);
    return 0;
}
