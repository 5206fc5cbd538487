// #if calculates with 64 bits, unsigned if an operand is.
#define check(name) name
#if -1 > 0u && -1 < 0 && (2 || 1/0) && !(0 && 1/0)
check(signs)
#endif
#if 0x7fffffffffffffff + 0 > 0 && 0xffffffffffffffff == -1 && -9223372036854775807 - 1 < 0
check(range)
#endif
#if 1 << 63 < 0 && 1u << 63 > 0 && -8 >> 1 == -4 && 0xffffffffffffffff >> 63 == 1
check(shifts)
#endif
#if 7 / -2 == -3 && 7 % -2 == 1 && -7 % 2 == -1 && 2 + 3 * 4 - 6 / 2 == 11
check(division)
#endif
#if (1 ? 2 : 3) == 2 && (0 ? 2 : 1 ? 4 : 5) == 4 && (1, 2) == 2
check(choice)
#endif
#if (5 & 3) == 1 && (5 | 3) == 7 && (5 ^ 3) == 6 && ~0 == -1 && !5 == 0 && - -1 == +1
check(bits)
#endif
#if 'A' == 65 && '\n' == 10 && '\377' < 0 && L'\xff' == 255 && 'ab' == 24930
check(characters)
#endif
#if (-1 ? 0u : -1) >= 0 && (1 ? -1 : 0u) > 0 && 3 > 2 > 0 && 1 == 1 != 0
check(types)
#endif
#if undefined == 0 && int == 0 && 010 == 8 && 0x10L == 16 && 0b101 == 5 && 10ull == 10
check(constants)
#endif
#define EMPTY
#define PAREN (
#if EMPTY PAREN 1 ) && defined PAREN && defined(EMPTY) EMPTY
check(macros)
#endif
