/* #if arithmetic, in 64 bits, with everything that may stand there. */
#include "show.h"
#define DEFINED 1
#define ZERO
#if 1 + 2 * 3 == 7 && (8 >> 1) / 2 == 2 && -7 / 2 == -3 && -7 % 3 == -1
#define A 1
#endif
#if -1 > 0u && 0xffffffffffffffff == -1 && 1 << 40 > 1 && -1 >> 63 == -1
#define B 1
#endif
#if defined DEFINED && defined(DEFINED) && !defined UNDEFINED && !UNDEFINED
#define C 1
#endif
#if 'a' == 97 && '\n' == 10 && '\377' < 0 && L'a' == 97
#define D 1
#endif
#if 0 ? 1 / 0 : 5 == 5
#define E 1
#endif
#if (0 && 1 / 0) || (1 || 1 / 0)
#define F 1
#endif
#if 0
#if 1
#error "not here"
#else
#error "nor here"
#endif
garbage ' here "
#elif 1
#define G 1
#elif 1 / 0
#error "not evaluated"
#else
#error "no"
#endif
#ifdef ZERO
#ifndef UNDEFINED
#define H 1
#endif
#endif
#if ZERO + 1 ZERO
#define I 1
#endif
#if 0x7fffffffffffffff + 0 > 0 && 9223372036854775808u > 0 && ~0 == -1 && !0 && (2, 3)
#define J 1
#endif
#if __has_include("show.h") && !__has_include("nowhere.h") && defined __has_include
#define K 1
#endif
#define PARENTHESES (1)
#if PARENTHESES == 1 && true == 0
#define L 1
#endif

int main(void) {
    SHOW(A); SHOW(B); SHOW(C); SHOW(D); SHOW(E); SHOW(F); SHOW(G); SHOW(H); SHOW(I); SHOW(J); SHOW(K); SHOW(L);
    return 0;
}
