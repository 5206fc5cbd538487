#include "../internal/runtime.h"
#include "../internal/soft_float.h"

void __soft_multiply(struct soft_number *a, const struct soft_number *b)
{
    int negative = a->negative ^ b->negative;
    unsigned long high, low;

    if (a->kind == SOFT_NAN)
        return;
    if (b->kind == SOFT_NAN) {
        *a = *b;
        return;
    }
    a->negative = negative;
    if (a->kind == SOFT_INFINITE || b->kind == SOFT_INFINITE) {
        a->kind = a->kind == SOFT_ZERO || b->kind == SOFT_ZERO ? SOFT_NAN : SOFT_INFINITE;
        return;
    }
    if (a->kind == SOFT_ZERO || b->kind == SOFT_ZERO) {
        a->kind = SOFT_ZERO;
        return;
    }
    high = __umulh(a->fraction, b->fraction);
    low = a->fraction * b->fraction;
    a->exponent += b->exponent + 1;
    if (!(high >> 63)) {
        high = high << 1 | low >> 63;
        low <<= 1;
        a->exponent--;
    }
    a->fraction = high | (low != 0);
}

void __soft_divide(struct soft_number *a, const struct soft_number *b)
{
    int negative = a->negative ^ b->negative, bit;
    unsigned long rest, divisor, quotient = 0;

    if (a->kind == SOFT_NAN)
        return;
    if (b->kind == SOFT_NAN) {
        *a = *b;
        return;
    }
    a->negative = negative;
    if (a->kind == SOFT_INFINITE || b->kind == SOFT_ZERO) {
        a->kind = a->kind == b->kind ? SOFT_NAN : SOFT_INFINITE;
        return;
    }
    if (a->kind == SOFT_ZERO || b->kind == SOFT_INFINITE) {
        a->kind = SOFT_ZERO;
        return;
    }
    /* Bit by bit; the fractions have zeros at the bottom, so a shift right loses nothing. */
    rest = a->fraction >> 1;
    divisor = b->fraction >> 1;
    a->exponent -= b->exponent;
    if (rest < divisor) {
        rest <<= 1;
        a->exponent--;
    }
    for (bit = 0; bit < 64; bit++) {
        quotient <<= 1;
        if (rest >= divisor) {
            rest -= divisor;
            quotient |= 1;
        }
        rest <<= 1;
    }
    a->fraction = quotient | (rest != 0);
}
