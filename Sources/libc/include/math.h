#ifndef _MINICC_LIBC_MATH_H
#define _MINICC_LIBC_MATH_H

#include <features.h>

typedef float float_t;
typedef double double_t;

/* Compilers warn about the plain forms. */
#if (defined(__GNUC__) && !defined(__TINYC__)) || defined(__MINICC__)
#define HUGE_VAL __builtin_huge_val()
#define HUGE_VALF __builtin_huge_valf()
#define NAN __builtin_nanf("")
#else
#define HUGE_VAL (1e999)
#define HUGE_VALF ((float)1e999)
#define NAN (0.0f / 0.0f)
#endif
#define HUGE_VALL ((long double)HUGE_VAL)
#define INFINITY HUGE_VALF

#define FP_NAN 0
#define FP_INFINITE 1
#define FP_ZERO 2
#define FP_SUBNORMAL 3
#define FP_NORMAL 4

#define FP_ILOGB0 (-2147483647 - 1)
#define FP_ILOGBNAN (-2147483647 - 1)

#define MATH_ERRNO 1
#define MATH_ERREXCEPT 2
#define math_errhandling MATH_ERRNO

int __fpclassify(double x);
int __fpclassifyf(float x);
int __signbit(double x);
int __signbitf(float x);

/* A long double goes the way of double: what it loses there does not change its class, except that
   values beyond double's range count as infinite or zero. */
#define fpclassify(x) (sizeof(x) == sizeof(float) ? __fpclassifyf((float)(x)) : __fpclassify((double)(x)))
#define signbit(x) (sizeof(x) == sizeof(float) ? __signbitf((float)(x)) : __signbit((double)(x)))
#define isnan(x) (fpclassify(x) == FP_NAN)
#define isinf(x) (fpclassify(x) == FP_INFINITE)
#define isfinite(x) (fpclassify(x) >= FP_ZERO)
#define isnormal(x) (fpclassify(x) == FP_NORMAL)

/* -1, 0 or 1 for less, equal and greater; 2 if one of them is not a number. */
int __compare(double x, double y);

#define isunordered(x, y) (__compare((double)(x), (double)(y)) == 2)
#define isgreater(x, y) (__compare((double)(x), (double)(y)) == 1)
#define isgreaterequal(x, y) ((__compare((double)(x), (double)(y)) & ~1) == 0)
#define isless(x, y) (__compare((double)(x), (double)(y)) == -1)
#define islessequal(x, y) (__compare((double)(x), (double)(y)) <= 0)
#define islessgreater(x, y) (__compare((double)(x), (double)(y)) % 2 != 0)

double acos(double x);
double acosh(double x);
double asin(double x);
double asinh(double x);
double atan(double x);
double atan2(double x, double y);
double atanh(double x);
double cbrt(double x);
double ceil(double x);
double copysign(double x, double y);
double cos(double x);
double cosh(double x);
double erf(double x);
double erfc(double x);
double exp(double x);
double exp2(double x);
double expm1(double x);
double fabs(double x);
double fdim(double x, double y);
double floor(double x);
double fma(double x, double y, double z);
double fmax(double x, double y);
double fmin(double x, double y);
double fmod(double x, double y);
double frexp(double x, int *exponent);
double hypot(double x, double y);
int ilogb(double x);
double ldexp(double x, int exponent);
double lgamma(double x);
long long llrint(double x);
long long llround(double x);
double log(double x);
double log10(double x);
double log1p(double x);
double log2(double x);
double logb(double x);
long lrint(double x);
long lround(double x);
double modf(double x, double *whole);
double nan(const char *tag);
double nearbyint(double x);
double nextafter(double x, double y);
double nexttoward(double x, long double y);
double pow(double x, double y);
double remainder(double x, double y);
double remquo(double x, double y, int *quotient);
double rint(double x);
double round(double x);
double scalbln(double x, long exponent);
double scalbn(double x, int exponent);
double sin(double x);
double sinh(double x);
double sqrt(double x);
double tan(double x);
double tanh(double x);
double tgamma(double x);
double trunc(double x);

float acosf(float x);
float acoshf(float x);
float asinf(float x);
float asinhf(float x);
float atanf(float x);
float atan2f(float x, float y);
float atanhf(float x);
float cbrtf(float x);
float ceilf(float x);
float copysignf(float x, float y);
float cosf(float x);
float coshf(float x);
float erff(float x);
float erfcf(float x);
float expf(float x);
float exp2f(float x);
float expm1f(float x);
float fabsf(float x);
float fdimf(float x, float y);
float floorf(float x);
float fmaf(float x, float y, float z);
float fmaxf(float x, float y);
float fminf(float x, float y);
float fmodf(float x, float y);
float frexpf(float x, int *exponent);
float hypotf(float x, float y);
int ilogbf(float x);
float ldexpf(float x, int exponent);
float lgammaf(float x);
long long llrintf(float x);
long long llroundf(float x);
float logf(float x);
float log10f(float x);
float log1pf(float x);
float log2f(float x);
float logbf(float x);
long lrintf(float x);
long lroundf(float x);
float modff(float x, float *whole);
float nanf(const char *tag);
float nearbyintf(float x);
float nextafterf(float x, float y);
float nexttowardf(float x, long double y);
float powf(float x, float y);
float remainderf(float x, float y);
float remquof(float x, float y, int *quotient);
float rintf(float x);
float roundf(float x);
float scalblnf(float x, long exponent);
float scalbnf(float x, int exponent);
float sinf(float x);
float sinhf(float x);
float sqrtf(float x);
float tanf(float x);
float tanhf(float x);
float tgammaf(float x);
float truncf(float x);

long double acosl(long double x);
long double acoshl(long double x);
long double asinl(long double x);
long double asinhl(long double x);
long double atanl(long double x);
long double atan2l(long double x, long double y);
long double atanhl(long double x);
long double cbrtl(long double x);
long double ceill(long double x);
long double copysignl(long double x, long double y);
long double cosl(long double x);
long double coshl(long double x);
long double erfl(long double x);
long double erfcl(long double x);
long double expl(long double x);
long double exp2l(long double x);
long double expm1l(long double x);
long double fabsl(long double x);
long double fdiml(long double x, long double y);
long double floorl(long double x);
long double fmal(long double x, long double y, long double z);
long double fmaxl(long double x, long double y);
long double fminl(long double x, long double y);
long double fmodl(long double x, long double y);
long double frexpl(long double x, int *exponent);
long double hypotl(long double x, long double y);
int ilogbl(long double x);
long double ldexpl(long double x, int exponent);
long double lgammal(long double x);
long long llrintl(long double x);
long long llroundl(long double x);
long double logl(long double x);
long double log10l(long double x);
long double log1pl(long double x);
long double log2l(long double x);
long double logbl(long double x);
long lrintl(long double x);
long lroundl(long double x);
long double modfl(long double x, long double *whole);
long double nanl(const char *tag);
long double nearbyintl(long double x);
long double nextafterl(long double x, long double y);
long double nexttowardl(long double x, long double y);
long double powl(long double x, long double y);
long double remainderl(long double x, long double y);
long double remquol(long double x, long double y, int *quotient);
long double rintl(long double x);
long double roundl(long double x);
long double scalblnl(long double x, long exponent);
long double scalbnl(long double x, int exponent);
long double sinl(long double x);
long double sinhl(long double x);
long double sqrtl(long double x);
long double tanl(long double x);
long double tanhl(long double x);
long double tgammal(long double x);
long double truncl(long double x);

#ifdef __POSIX_VISIBLE
extern int signgam;

double lgamma_r(double x, int *sign);
double exp10(double x);
float exp10f(float x);
long double exp10l(long double x);
void sincos(double x, double *sine, double *cosine);
void sincosf(float x, float *sine, float *cosine);
float lgammaf_r(float x, int *sign);
double j0(double x);
double j1(double x);
double jn(int n, double x);
double y0(double x);
double y1(double x);
double yn(int n, double x);
float j0f(float x);
float j1f(float x);
float jnf(int n, float x);
float y0f(float x);
float y1f(float x);
float ynf(int n, float x);
double drem(double x, double y);
double scalb(double x, double exponent);
double significand(double x);
int finite(double x);

#define M_E 2.7182818284590452354
#define M_LOG2E 1.4426950408889634074
#define M_LOG10E 0.43429448190325182765
#define M_LN2 0.69314718055994530942
#define M_LN10 2.30258509299404568402
#define M_PI 3.14159265358979323846
#define M_PI_2 1.57079632679489661923
#define M_PI_4 0.78539816339744830962
#define M_1_PI 0.31830988618379067154
#define M_2_PI 0.63661977236758134308
#define M_2_SQRTPI 1.12837916709551257390
#define M_SQRT2 1.41421356237309504880
#define M_SQRT1_2 0.70710678118654752440
#define MAXFLOAT 3.40282346638528860e+38F
#endif

#endif
