#include "../internal/math.h"
#include "../internal/math_tables.h"
#include "../internal/names.h"

int signgam;

/* From here on Stirling's series is good enough. */
enum { GAMMA_LARGE = 18 };

/* 1 - Euler's constant, and (-1)^k (zeta(k) - 1) / k from k = 2 on. */
#define GAMMA_LINEAR 0x1.b0ee6072093cep-2
#define GAMMA_LINEAR_LOW 0x1.6cb90701fbfabp-58

static const double gamma_series[24] = {
    0x1.4a34cc4a60fa6p-2, -0x1.13e001a557607p-4, 0x1.51322ac7d8483p-6,
    -0x1.e404fc218f5f2p-8, 0x1.7add6eadb6c30p-9, -0x1.38ac5c2bf8e08p-10,
    0x1.0b36af86396e9p-11, -0x1.d3fd4c76d2fc8p-13, 0x1.a127b0f17d65ap-14,
    -0x1.78de5bd7c81efp-15, 0x1.580dcee66eb02p-16, -0x1.3cbc963ce2243p-17,
    0x1.2597a39f34aacp-18, -0x1.11b2eb7679541p-19, 0x1.0064cdeb22f0fp-20,
    -0x1.e2600d93cfd2fp-22, 0x1.c76bbb3f07a4dp-23, -0x1.af5a6cbbf8a97p-24,
    0x1.99b93c2070b0fp-25, -0x1.862c734df3eacp-26, 0x1.7469daccfadcdp-27,
    -0x1.6434a8447aeadp-28, 0x1.555a877ffd2c3p-29, -0x1.47b1679258d0ep-30
};

/* log Gamma(2 + t), |t| <= 1/4. */
static double gamma_near_two(double t, double *low)
{
    double sum = 0, linear, linear_low;
    int k;

    for (k = 23; k >= 0; k--)
        sum = sum * t + gamma_series[k];
    linear = __pair_multiply(GAMMA_LINEAR, GAMMA_LINEAR_LOW, t, 0, &linear_low);
    return __pair_add(linear, linear_low, sum * t * t, 0, low);
}

/* (x - 1/2) log x - x + log(2 pi) / 2 + 1 / (12 x) - 1 / (360 x^3) + ... */
static double gamma_stirling(double x, double x_low, double *low)
{
    double value, value_low, half, half_low, term, term_low, z = 1 / (x * x);

    value = __pair_log(x, x_low, &value_low);
    half = __pair_add(x, x_low, -0.5, 0, &half_low);
    value = __pair_multiply(value, value_low, half, half_low, &value_low);
    value = __pair_add(value, value_low, -x, -x_low, &value_low);
    value = __pair_add(value, value_low, MATH_HALF_LOG_2PI, MATH_HALF_LOG_2PI_LOW, &value_low);
    term = __pair_divide(1.0 / 12, 0x1.5555555555555p-58, x, x_low, &term_low);
    term_low += z / x * (-1.0 / 360 + z * (1.0 / 1260 + z * (-1.0 / 1680 + z * (1.0 / 1188
        + z * (-691.0 / 360360 + z * (1.0 / 156 + z * (-3617.0 / 122400 + z * (43867.0 / 244188
        + z * (-174611.0 / 125400)))))))));
    return __pair_add(value, value_low, term, term_low, low);
}

/* x (x + 1) ... until x is large, which is what Gamma has to be divided by. */
static double gamma_raise(double *x, double *x_low, double *low)
{
    double product = 1, product_low = 0;

    while (*x < GAMMA_LARGE) {
        product = __pair_multiply(product, product_low, *x, *x_low, &product_low);
        *x = __pair_add(*x, *x_low, 1, 0, x_low);
    }
    *low = product_low;
    return product;
}

/* log Gamma for a positive argument away from 1 and 2. */
static double gamma_log(double x, double x_low, double *low)
{
    double product, product_low, value, value_low;

    product = gamma_raise(&x, &x_low, &product_low);
    value = gamma_stirling(x, x_low, &value_low);
    if (product == 1) {
        *low = value_low;
        return value;
    }
    product = __pair_log(product, product_low, &product_low);
    return __pair_add(value, value_low, -product, -product_low, low);
}

/* sin(pi x), x not an integer. */
static double gamma_sine(double x, double *low)
{
    double nearest = rint(x), rest = x - nearest, absolute = fabs(rest), value;
    int odd = fmod(nearest, 2) != 0;

    if (absolute <= 0.25) {
        value = __pair_multiply(MATH_PI, MATH_PI_LOW, absolute, 0, low);
        value = __pair_sin(value, *low, low);
    } else {
        value = __pair_multiply(MATH_PI, MATH_PI_LOW, 0.5 - absolute, 0, low);
        value = __pair_cos(value, *low, low);
    }
    if ((rest < 0) != odd) {
        *low = -*low;
        return -value;
    }
    return value;
}

double __lgamma_r(double x, int *sign)
{
    double value, low, other, other_low;

    *sign = 1;
    if (x - x != 0)
        return x * x;
    if (x <= 0 && x == rint(x)) {
        if (x == 0 && signbit(x))
            *sign = -1;
        return __math_pole(0);
    }
    if (fabs(x) < 0x1p-60) {
        if (x < 0)
            *sign = -1;
        return -log(fabs(x));
    }
    if (x > 0x1.9p1014)
        return __math_overflow(0);
    if (x >= 0.75 && x <= 1.25) {
        if (x == 1)
            return 0;
        value = gamma_near_two(x - 1, &low);
        other = __pair_log1p(x - 1, 0, &other_low);
        return __pair_add(value, low, -other, -other_low, &low);
    }
    if (x >= 1.75 && x <= 2.25)
        return gamma_near_two(x - 2, &low);
    if (x > 0x1p100) {
        /* Only x (log x - 1) is left of it; scaled, since the product's parts could overflow. */
        value = __pair_log(x, 0, &low);
        value = __pair_add(value, low, -1, 0, &low);
        return __pair_scaled(__pair_multiply(x * 0x1p-100, 0, value, low, &other_low), 0, 100);
    }
    if (x > 0)
        return gamma_log(x, 0, &low);

    /* Gamma(x) = pi / (sin(pi x) Gamma(1 - x)) */
    value = gamma_sine(x, &low);
    if (value < 0) {
        *sign = -1;
        value = -value;
        low = -low;
    }
    value = __pair_divide(MATH_PI, MATH_PI_LOW, value, low, &low);
    value = __pair_log(value, low, &low);
    other = __pair_sum(1, -x, &other_low);
    other = gamma_log(other, other_low, &other_low);
    return __pair_add(value, low, -other, -other_low, &low);
}
PUBLIC_NAME(lgamma_r);

double lgamma(double x)
{
    return __lgamma_r(x, &signgam);
}

double tgamma(double x)
{
    double product, product_low, value, low, sine, sine_low, argument = x, argument_low = 0;
    int exponent;

    if (x != x || x == MATH_INFINITY)
        return x;
    if (x == 0)
        return __math_pole(signbit(x));
    if (x < 0 && (x == rint(x) || x == -MATH_INFINITY))
        return __math_domain();
    if (fabs(x) < 0x1p-60) {
        value = 1 / x;
        return value - value != 0 ? __math_overflow(x < 0) : value;
    }
    if (x > 171.7)
        return __math_overflow(0);
    if (x < -185)
        return __math_underflow(fmod(floor(x), 2) != 0);
    if (x > 0 && x <= 23 && x == rint(x)) {
        for (value = 1; x > 2; )
            value *= --x;
        return value;
    }
    if (x < 0.5)
        argument = __pair_sum(1, -x, &argument_low);
    product = gamma_raise(&argument, &argument_low, &product_low);
    value = gamma_stirling(argument, argument_low, &low);
    if (x >= 0.5) {
        value = __pair_exp(value, low, &low, &exponent);
        value = __pair_divide(value, low, product, product_low, &low);
        return __pair_scaled(value, low, exponent);
    }
    value = __pair_exp(-value, -low, &low, &exponent);
    value = __pair_multiply(value, low, product, product_low, &low);
    value = __pair_multiply(value, low, MATH_PI, MATH_PI_LOW, &low);
    sine = gamma_sine(x, &sine_low);
    value = __pair_divide(value, low, sine, sine_low, &low);
    return __pair_scaled(value, low, exponent);
}
