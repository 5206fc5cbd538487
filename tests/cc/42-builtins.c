#include "show.h"
int main(void) {
    unsigned u = 0x00f0u; unsigned long l = 0x00f0000000000000ul; SHOW(__builtin_clz(u)); SHOW(__builtin_ctz(u)); SHOW(__builtin_popcount(u)); SHOW(__builtin_clzl(l)); SHOW(__builtin_ctzl(l)); SHOW(__builtin_popcountl(l)); SHOW(__builtin_ffs(u)); SHOW(__builtin_ffs(u - u)); SHOW(__builtin_ffsl(l)); SHOW(__builtin_parity(u | 1)); SHOW(__builtin_clrsb(-(int)u)); SHOW(__builtin_clrsbl(l >> 8));
    SHOW(__builtin_bswap16(0x1234 + (u & 1))); SHOW(__builtin_bswap32(0x12345678 + (u & 1))); SHOW(__builtin_bswap64(0x123456789abcdef0 + (u & 1))); SHOW(__builtin_expect(u > 3, 1)); SHOW(__builtin_constant_p(3)); SHOW(__builtin_types_compatible_p(int, const int)); SHOW(__builtin_types_compatible_p(int, long)); SHOW(__builtin_choose_expr(1, 5, "x")); SHOW(__builtin_clz(1)); SHOW(__builtin_frame_address(0) != 0);
    if (u == 3) __builtin_unreachable(); if (u == 4) __builtin_trap(); return 0;
}
