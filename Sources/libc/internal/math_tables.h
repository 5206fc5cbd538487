#ifndef INTERNAL_MATH_TABLES_H
#define INTERNAL_MATH_TABLES_H

/* log 2 / 32 and pi / 2 in parts: all but the last have few enough bits that a small integer times them
   is exact. */
#define MATH_LN2_32_A 0x1.62e42fee00000p-6
#define MATH_LN2_32_B 0x1.a39ef35600000p-38
#define MATH_LN2_32_C 0x1.93c7673007e5fp-70
#define MATH_PI_2_A 0x1.921fb54400000p+0
#define MATH_PI_2_B 0x1.0b4611a600000p-34
#define MATH_PI_2_C 0x1.3198a2e000000p-69
#define MATH_PI_2_D 0x1.b839a252049c1p-104

/* Constants as pairs. */
#define MATH_LN2 0x1.62e42fefa39efp-1
#define MATH_LN2_LOW 0x1.abc9e3b39803fp-56
#define MATH_LN10 0x1.26bb1bbb55516p+1
#define MATH_LN10_LOW -0x1.f48ad494ea3e9p-53
#define MATH_LOG2E 0x1.71547652b82fep+0
#define MATH_LOG2E_LOW 0x1.777d0ffda0d24p-56
#define MATH_LOG10E 0x1.bcb7b1526e50ep-2
#define MATH_LOG10E_LOW 0x1.95355baaafad3p-57
#define MATH_PI_2 0x1.921fb54442d18p+0
#define MATH_PI_2_LOW 0x1.1a62633145c07p-54
#define MATH_PI 0x1.921fb54442d18p+1
#define MATH_PI_LOW 0x1.1a62633145c07p-53
#define MATH_HALF_LOG_2PI 0x1.d67f1c864beb5p-1
#define MATH_HALF_LOG_2PI_LOW -0x1.65b5a1b7ff5dfp-55
#define MATH_LOG_PI 0x1.250d048e7a1bdp+0
#define MATH_LOG_PI_LOW 0x1.7abf2ad8d5088p-57
#define MATH_TWO_OVER_SQRT_PI 0x1.20dd750429b6dp+0
#define MATH_TWO_OVER_SQRT_PI_LOW 0x1.1ae3a914fed80p-56
#define MATH_EULER 0x1.2788cfc6fb619p-1
#define MATH_EULER_LOW -0x1.6cb90701fbfabp-58

/* 2^(j/32) as pairs. */
extern const double __exp_table[64];

/* The bits of 2/pi behind the point. */
extern const unsigned long __two_over_pi[20];

#endif
