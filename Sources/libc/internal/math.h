/* The tools of <math.h>: doubles as bits, and pairs of doubles. A pair is an unevaluated sum high + low
   with |low| at most half a unit of high's last place, some 106 bits together. The functions return the
   high part and store the low one. */
#ifndef INTERNAL_MATH_H
#define INTERNAL_MATH_H

#include <math.h>
#include "double.h"

#define MATH_INFINITY (__double_of_bits(0x7ffUL << 52))
#define MATH_NAN (__double_of_bits(0x7ff8UL << 48))

/* Answers that set errno. */
double __math_domain(void);
double __math_pole(int negative);
double __math_overflow(int negative);
double __math_underflow(int negative);

/* x * 2^exponent, without errno. */
double __scale(double x, int exponent);

/* Exactly a + b and a * b. The product wants factors below 2^996. */
double __pair_sum(double a, double b, double *low);
double __pair_product(double a, double b, double *low);

/* (a + a_low) op (b + b_low) */
double __pair_add(double a, double a_low, double b, double b_low, double *low);
double __pair_multiply(double a, double a_low, double b, double b_low, double *low);
double __pair_divide(double a, double a_low, double b, double b_low, double *low);
double __pair_sqrt(double a, double a_low, double *low);

/* e^(x + x_low) / 2^exponent, between 0.7 and 1.5; |x| below 2000. */
double __pair_exp(double x, double x_low, double *low, int *exponent);
/* e^(x + x_low) - 1, |x| below 700. */
double __pair_expm1(double x, double x_low, double *low);
/* log (x + x_low), x positive and finite. */
double __pair_log(double x, double x_low, double *low);
/* log (1 + x + x_low) */
double __pair_log1p(double x, double x_low, double *low);
/* The sum rounded and multiplied by 2^exponent, with errno. */
double __pair_scaled(double x, double x_low, int exponent);

/* x as quarter turns (mod 4) and a rest of at most 1/8 turn, in radians. */
int __reduce_angle(double x, double *rest, double *rest_low);
/* Sine and cosine of an angle of at most pi/4. */
double __pair_sin(double x, double x_low, double *low);
double __pair_cos(double x, double x_low, double *low);
/* The angle of (x, y), both finite, not both zero, with no over- or underflow in products. */
double __pair_angle(double y, double y_low, double x, double x_low, double *low);
#endif
