/* Infinity, not-a-number and questions about them. */
#include "show.h"

int main(void) {
    double inf = __builtin_inf(), nan = __builtin_nan(""), one = 1;
    SHOW(inf > 1e308); SHOW(nan != nan); SHOW(__builtin_isnan(nan)); SHOW(__builtin_isnan(one)); SHOW(__builtin_isinf(-inf) != 0); SHOW(__builtin_isfinite(one)); SHOW(__builtin_isfinite(nan)); SHOW(__builtin_signbit(-0.0) != 0);
    SHOW(__builtin_fabs(-2.5) * 2); SHOW(__builtin_copysign(3.0, -0.0)); SHOW(__builtin_huge_val() == inf); SHOW(__builtin_inff() == inf);
    SHOW(__builtin_isless(one, nan)); SHOW(__builtin_isunordered(one, nan)); SHOW(__builtin_isgreaterequal(one, one)); SHOW(__builtin_islessgreater(one, 2.0));
    static const double table[] = { __builtin_inf(), -__builtin_inf(), 1.0 / 4 }; SHOW(table[0] == inf && table[1] == -inf); SHOW(table[2] * 8);
    return 0;
}
