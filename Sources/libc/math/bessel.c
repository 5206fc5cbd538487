#include "../internal/math.h"

/* Bessel functions of integer order. Up to BESSEL_SERIES the power series, whose large terms cancel and leave some 70 of the 106
   bits of a pair; beyond it Hankel's asymptotic series, whose smallest term is e^(-2x). Higher orders by the recurrence
   F(n+1) = 2n/x F(n) - F(n-1), for J(n) with n > x downwards, since there it dies away upwards. */

#define BESSEL_SERIES 25.0
#define EULER 0x1.2788cfc6fb619p-1
#define EULER_LOW (-0x1.6cb90701fbfabp-58)
#define INVERSE_PI 0x1.45f306dc9c883p-2
#define INVERSE_PI_LOW (-0x1.6b01ec5417056p-56)

/* A pair as one value, for what follows. */
struct bessel_pair {
    double high, low;
};

static void bessel_set(struct bessel_pair *to, double high, double low)
{
    to->high = high;
    to->low = low;
}

static void bessel_add(struct bessel_pair *to, const struct bessel_pair *a, const struct bessel_pair *b)
{
    double low, high = __pair_add(a->high, a->low, b->high, b->low, &low);

    bessel_set(to, high, low);
}

static void bessel_multiply(struct bessel_pair *to, const struct bessel_pair *a, const struct bessel_pair *b)
{
    double low, high = __pair_multiply(a->high, a->low, b->high, b->low, &low);

    bessel_set(to, high, low);
}

static void bessel_divide(struct bessel_pair *to, const struct bessel_pair *a, const struct bessel_pair *b)
{
    double low, high = __pair_divide(a->high, a->low, b->high, b->low, &low);

    bessel_set(to, high, low);
}

static void bessel_negate(struct bessel_pair *to)
{
    to->high = -to->high;
    to->low = -to->low;
}

/* J(n), and the sum of the same terms with H(k) + H(n+k) before each, H(k) being 1 + 1/2 + ... + 1/k. */
static void bessel_series(int n, double x, struct bessel_pair *sum, struct bessel_pair *harmonic_sum)
{
    struct bessel_pair term, step, divisor, harmonic, part, one;
    int k;

    bessel_set(&one, 1, 0);
    bessel_set(&term, 1, 0);
    bessel_set(&step, x / 2, 0);
    bessel_set(&harmonic, 0, 0);
    for (k = 1; k <= n; k++) {
        bessel_set(&divisor, k, 0);
        bessel_multiply(&term, &term, &step);
        bessel_divide(&term, &term, &divisor);
        bessel_divide(&part, &one, &divisor);
        bessel_add(&harmonic, &harmonic, &part);
    }
    bessel_multiply(&step, &step, &step);
    bessel_negate(&step);
    *sum = term;
    bessel_multiply(harmonic_sum, &term, &harmonic);
    for (k = 1; k < 200 && fabs(term.high) > fabs(sum->high) * 0x1p-110 && term.high != 0; k++) {
        bessel_set(&divisor, (double)k * (k + n), 0);
        bessel_multiply(&term, &term, &step);
        bessel_divide(&term, &term, &divisor);
        bessel_add(sum, sum, &term);
        bessel_set(&divisor, k, 0);
        bessel_divide(&part, &one, &divisor);
        bessel_add(&harmonic, &harmonic, &part);
        bessel_set(&divisor, k + n, 0);
        bessel_divide(&part, &one, &divisor);
        bessel_add(&harmonic, &harmonic, &part);
        bessel_multiply(&part, &term, &harmonic);
        bessel_add(harmonic_sum, harmonic_sum, &part);
    }
}

/* Y(0) and Y(1): (2 (log(x/2) + Euler) J - sum with H) / pi, for the order 1 less 2/(pi x). */
static void bessel_second_series(int n, double x, struct bessel_pair *result)
{
    struct bessel_pair j, sum, factor, part;
    double low, high;

    bessel_series(n, x, &j, &sum);
    high = __pair_log(x / 2, 0, &low);
    bessel_set(&factor, high, low);
    bessel_set(&part, EULER, EULER_LOW);
    bessel_add(&factor, &factor, &part);
    bessel_set(&part, 2, 0);
    bessel_multiply(&factor, &factor, &part);
    bessel_multiply(result, &factor, &j);
    bessel_negate(&sum);
    bessel_add(result, result, &sum);
    if (n == 1) {
        bessel_set(&part, -2, 0);
        bessel_set(&factor, x, 0);
        bessel_divide(&part, &part, &factor);
        bessel_add(result, result, &part);
    }
    bessel_set(&factor, INVERSE_PI, INVERSE_PI_LOW);
    bessel_multiply(result, result, &factor);
}

/* J(n) or Y(n), n being 0 or 1, for a large x: sqrt(1 / (pi x)) (P (c +- s) + Q (s -+ c)). */
static void bessel_asymptotic(int n, int second, double x, struct bessel_pair *result)
{
    struct bessel_pair series[2], term, inverse, factor, sine, cosine, sum, difference;
    double rest, rest_low, high, low;
    int k, quarter = __reduce_angle(x, &rest, &rest_low);

    bessel_set(&term, 1, 0);
    bessel_set(&inverse, x, 0);
    bessel_divide(&inverse, &term, &inverse);
    series[0] = term;
    bessel_set(&series[1], 0, 0);
    /* The terms of P and Q in turn; two of the same sign, then two of the other. */
    for (k = 1; k < 60; k++) {
        double before = fabs(term.high);
        bessel_set(&factor, ((n ? 4 : 0) - (2.0 * k - 1) * (2.0 * k - 1)), 0);
        bessel_multiply(&term, &term, &factor);
        bessel_multiply(&term, &term, &inverse);
        bessel_set(&factor, 8.0 * k, 0);
        bessel_divide(&term, &term, &factor);
        if (fabs(term.high) < 0x1p-110 || (k > 2 && fabs(term.high) >= before)) break;
        factor = term;
        if (k & 2) bessel_negate(&factor);
        bessel_add(&series[k & 1], &series[k & 1], &factor);
    }
    high = __pair_sin(rest, rest_low, &low);
    bessel_set(&sine, high, low);
    high = __pair_cos(rest, rest_low, &low);
    bessel_set(&cosine, high, low);
    for (; quarter > 0; quarter--) {
        factor = sine;
        sine = cosine;
        cosine = factor;
        bessel_negate(&cosine);
    }
    bessel_add(&sum, &sine, &cosine);
    factor = cosine;
    bessel_negate(&factor);
    bessel_add(&difference, &sine, &factor);
    /* J0: P sum - Q difference; Y0 and J1: P difference + Q sum; Y1: Q difference - P sum. */
    if (n + second == 1) {
        bessel_multiply(&series[0], &series[0], &difference);
        bessel_multiply(&series[1], &series[1], &sum);
    } else {
        bessel_multiply(&series[0], &series[0], &sum);
        bessel_multiply(&series[1], &series[1], &difference);
        bessel_negate(&series[n == 0]);
    }
    bessel_add(result, &series[0], &series[1]);
    bessel_set(&factor, INVERSE_PI, INVERSE_PI_LOW);
    bessel_multiply(&factor, &factor, &inverse);
    high = __pair_sqrt(factor.high, factor.low, &low);
    bessel_set(&factor, high, low);
    bessel_multiply(result, result, &factor);
}

static void bessel_first(int n, double x, struct bessel_pair *result)
{
    struct bessel_pair unused;

    if (x > BESSEL_SERIES) bessel_asymptotic(n, 0, x, result);
    else bessel_series(n, x, result, &unused);
}

static void bessel_second(int n, double x, struct bessel_pair *result)
{
    if (x > BESSEL_SERIES) bessel_asymptotic(n, 1, x, result);
    else bessel_second_series(n, x, result);
}

/* next = 2 n / x * here - before */
static void bessel_recur(int n, double x, struct bessel_pair *before, struct bessel_pair *here)
{
    struct bessel_pair factor, divisor, next;

    bessel_set(&factor, 2.0 * n, 0);
    bessel_set(&divisor, x, 0);
    bessel_divide(&factor, &factor, &divisor);
    bessel_multiply(&next, &factor, here);
    bessel_negate(before);
    bessel_add(&next, &next, before);
    *before = *here;
    *here = next;
}

/* For n > x: down from far above, where any two numbers will do, and then scaled by the J(0) or J(1) that is not near zero. */
static double bessel_downwards(int n, double x)
{
    struct bessel_pair before, here, kept, truth[2];
    int k, top = n + 40 + (int)sqrt(60.0 * n);

    bessel_set(&before, 0, 0);
    bessel_set(&here, 1e-300, 0);
    bessel_set(&kept, 0, 0);
    for (k = top; k > 0; k--) {
        if (k == n) kept = here;
        bessel_recur(k, x, &before, &here);
        if (fabs(here.high) > 1e200) {
            bessel_set(&before, before.high * 1e-250, before.low * 1e-250);
            bessel_set(&here, here.high * 1e-250, here.low * 1e-250);
            bessel_set(&kept, kept.high * 1e-250, kept.low * 1e-250);
        }
    }
    bessel_first(0, x, &truth[0]);
    bessel_first(1, x, &truth[1]);
    if (fabs(truth[0].high) >= fabs(truth[1].high)) return kept.high / here.high * truth[0].high;
    return kept.high / before.high * truth[1].high;
}

static double bessel_j(int n, double x)
{
    struct bessel_pair before, here;
    int negative = n & 1 && (n < 0) != (x < 0), k;

    if (x != x) return x;
    x = fabs(x);
    if (n < 0) n = -n;
    if (x == MATH_INFINITY) return negative ? -0.0 : 0;
    if (n > 1 && x > BESSEL_SERIES && n > x) {
        double result = bessel_downwards(n, x);
        return negative ? -result : result;
    }
    if (n < 2 || x <= BESSEL_SERIES) {
        bessel_first(n, x, &here);
    } else {
        bessel_first(0, x, &before);
        bessel_first(1, x, &here);
        for (k = 1; k < n; k++) bessel_recur(k, x, &before, &here);
    }
    return negative ? -here.high : here.high;
}

static double bessel_y(int n, double x)
{
    struct bessel_pair before, here;
    int negative = n < 0 && n & 1, k;

    if (x != x) return x;
    if (x < 0) return __math_domain();
    if (n < 0) n = -n;
    if (x == 0) return __math_pole(!negative);
    if (x == MATH_INFINITY) return 0;
    bessel_second(0, x, &before);
    if (n == 0) return before.high;
    bessel_second(1, x, &here);
    for (k = 1; k < n && here.high > -MATH_INFINITY; k++) bessel_recur(k, x, &before, &here);
    /* What overflows is infinite, whatever its low part has become. */
    if (here.high - here.high != 0) return __math_overflow(!negative);
    return negative ? -here.high : here.high;
}

double jn(int n, double x)
{
    return bessel_j(n, x);
}

double yn(int n, double x)
{
    return bessel_y(n, x);
}

double j0(double x)
{
    return bessel_j(0, x);
}

double j1(double x)
{
    return bessel_j(1, x);
}

double y0(double x)
{
    return bessel_y(0, x);
}

double y1(double x)
{
    return bessel_y(1, x);
}

/* Computed in double and rounded. */
float j0f(float x)
{
    return (float)bessel_j(0, x);
}

float j1f(float x)
{
    return (float)bessel_j(1, x);
}

float jnf(int n, float x)
{
    return (float)bessel_j(n, x);
}

float y0f(float x)
{
    return (float)bessel_y(0, x);
}

float y1f(float x)
{
    return (float)bessel_y(1, x);
}

float ynf(int n, float x)
{
    return (float)bessel_y(n, x);
}
