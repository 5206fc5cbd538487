#include "../internal/runtime.h"
#include "../internal/soft_float.h"

void __soft_add(struct soft_number *a, const struct soft_number *b)
{
    struct soft_number other = *b;
    unsigned long small;
    int distance;

    if (a->kind == SOFT_NAN)
        return;
    if (other.kind == SOFT_NAN) {
        *a = other;
        return;
    }
    if (a->kind == SOFT_INFINITE || other.kind == SOFT_INFINITE) {
        if (a->kind == other.kind && a->negative != other.negative)
            a->kind = SOFT_NAN;
        else if (other.kind == SOFT_INFINITE)
            *a = other;
        return;
    }
    if (other.kind == SOFT_ZERO) {
        if (a->kind == SOFT_ZERO)
            a->negative &= other.negative;
        return;
    }
    if (a->kind == SOFT_ZERO) {
        *a = other;
        return;
    }
    if (a->exponent < other.exponent
        || (a->exponent == other.exponent && a->fraction < other.fraction)) {
        struct soft_number swapped = *a;
        *a = other;
        other = swapped;
    }
    /* Room for a carry at the top; the inputs have zeros enough at the bottom. */
    distance = a->exponent - other.exponent;
    small = other.fraction >> 1;
    if (distance > 62)
        small = 1;
    else if (distance > 0)
        small = small >> distance | (small << (64 - distance) != 0);
    a->fraction >>= 1;
    if (a->negative == other.negative)
        a->fraction += small;
    else
        a->fraction -= small;
    a->exponent++;
    if (a->fraction == 0) {
        a->kind = SOFT_ZERO;
        a->negative = 0;
        return;
    }
    distance = __clzdi2(a->fraction);
    a->fraction <<= distance;
    a->exponent -= distance;
}
