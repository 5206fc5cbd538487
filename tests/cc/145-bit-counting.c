/* clz, ctz, popcount, parity, ffs, bswap: edge values. */
#include "show.h"
static const unsigned v32[] = { 1, 2, 0x80000000, 0xffffffff, 0x00010000, 0x7fffffff, 12345 };
static const unsigned long v64[] = { 1, 1ul << 63, -1ul, 1ul << 32, 0x8000000000000001, 0x123456789abcdef0 };

int main(void) {
    for (int i = 0; i < 7; i++) { unsigned v = v32[i]; put_number(__builtin_clz(v)); put(" "); put_number(__builtin_ctz(v)); put(" "); put_number(__builtin_popcount(v)); put(" "); put_number(__builtin_parity(v)); put(" "); put_number(__builtin_ffs(v)); put(" "); put_number(__builtin_bswap32(v)); put("\n"); }
    for (int i = 0; i < 6; i++) { unsigned long v = v64[i]; put_number(__builtin_clzl(v)); put(" "); put_number(__builtin_ctzll(v)); put(" "); put_number(__builtin_popcountl(v)); put(" "); put_number(__builtin_parityll(v)); put(" "); put_number(__builtin_ffsl(v)); put(" "); put_number(__builtin_bswap64(v)); put("\n"); }
    SHOW(__builtin_ffs(0)); SHOW(__builtin_ffsll(0)); SHOW(__builtin_popcount(0)); SHOW(__builtin_bswap16(0x1234)); SHOW(__builtin_clrsb(-1)); SHOW(__builtin_clrsb(1));
    SHOW(__builtin_clz(8) == 28 && __builtin_ctz(8) == 3);
    return 0;
}
