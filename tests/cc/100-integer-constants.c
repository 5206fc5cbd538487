/* Types of constants: by value, base and suffix. */
#include "show.h"
#define TYPE(x) _Generic((x), int: 1, unsigned: 2, long: 3, unsigned long: 4, long long: 5, unsigned long long: 6)

int main(void) {
    SHOW(TYPE(1)); SHOW(TYPE(2147483647)); SHOW(TYPE(2147483648)); SHOW(TYPE(0x7fffffff)); SHOW(TYPE(0x80000000)); SHOW(TYPE(0xffffffff));
    SHOW(TYPE(0x100000000)); SHOW(TYPE(037777777777)); SHOW(TYPE(0x7fffffffffffffff)); SHOW(TYPE(0x8000000000000000)); SHOW(TYPE(9223372036854775807));
    SHOW(TYPE(1u)); SHOW(TYPE(1U)); SHOW(TYPE(4294967296u)); SHOW(TYPE(1l)); SHOW(TYPE(1LU)); SHOW(TYPE(1ul)); SHOW(TYPE(1LL)); SHOW(TYPE(1ull)); SHOW(TYPE(1LLU));
    SHOW(0b1011); SHOW(0B11u); SHOW(0x1F); SHOW(0X1f); SHOW(0777); SHOW(0); SHOW(00); SHOW('\0');
    SHOW(18446744073709551615u == -1);
    SHOW(-2147483648 < 0);
    SHOW(TYPE(-2147483648));
    SHOW(0xffffffff + 1);
    SHOW(0xffffffffL + 1);
    return 0;
}
