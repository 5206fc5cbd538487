#include "../internal/math.h"
#include "../internal/runtime.h"
#include "../internal/math_tables.h"

/* Payne and Hanek: of 2/pi's bits only a window matters, those whose product with x is neither a multiple
   of 4 nor too small to see. x = m 2^e; three words of 2/pi are multiplied by m. */
static int reduce_large(double x, double *rest, double *rest_low)
{
    unsigned long bits = __double_bits(x), mantissa = (bits & 0xfffffffffffffUL) | 1UL << 52;
    unsigned long window[3], product0, product1, product2, carry;
    int e = (int)(bits >> 52 & 0x7ff) - 1075, first, word, shift, quarter, negative, zeros, i;
    double high, low;

    /* Bit 1 of the table is worth 1/2. The window begins at the first bit that can count: weight 2^(1-e),
       so that the product's integer part is kept mod 4 (with 2^53 > m bits cut above it). */
    first = e - 2 < 0 ? 0 : e - 2;
    word = first / 64;
    shift = first % 64;
    for (i = 0; i < 3; i++)
        window[i] = shift ? __two_over_pi[word + i] << shift | __two_over_pi[word + i + 1] >> (64 - shift)
                          : __two_over_pi[word + i];

    /* m * window, 192 bits, of which the part above the top is a multiple of 4. */
    product2 = mantissa * window[2];
    carry = __umulh(mantissa, window[2]);
    product1 = mantissa * window[1];
    product0 = mantissa * window[0] + __umulh(mantissa, window[1]);
    product1 += carry;
    product0 += product1 < carry;

    /* The value is product / 2^192 * 2^(e - first); with first = e - 2 the two top bits are the quarter. */
    if (e - first < 2) {
        /* A small e: shift right. It lies between -22 and 1 here. */
        int right = 2 - (e - first);
        product2 = product2 >> right | product1 << (64 - right);
        product1 = product1 >> right | product0 << (64 - right);
        product0 = product0 >> right
            | __umulh(mantissa, window[0]) << (64 - right);
    }
    quarter = (int)(product0 >> 62);
    product0 = product0 << 2 | product1 >> 62;
    product1 = product1 << 2 | product2 >> 62;
    product2 <<= 2;
    negative = product0 >> 63 != 0;
    if (negative) {
        quarter++;
        product0 = ~product0;
        product1 = ~product1;
        product2 = ~product2;
    }
    zeros = 0;
    while (product0 == 0 && zeros < 128) {
        product0 = product1;
        product1 = product2;
        product2 = 0;
        zeros += 64;
    }
    i = product0 ? __clzdi2(product0) : 0;
    if (i) {
        product0 = product0 << i | product1 >> (64 - i);
        product1 = product1 << i | product2 >> (64 - i);
    }
    zeros += i;
    /* 53 bits, and the next 53. */
    high = __scale((double)(long)(product0 >> 11), -53 - zeros);
    low = __scale((double)(long)((product0 & 0x7ff) << 42 | product1 >> 22), -106 - zeros);
    high = __pair_multiply(MATH_PI_2, MATH_PI_2_LOW, high, low, &low);
    *rest = negative ? -high : high;
    *rest_low = negative ? -low : low;
    return quarter & 3;
}

int __reduce_angle(double x, double *rest, double *rest_low)
{
    double absolute = x < 0 ? -x : x, n, part, part_low;
    int quarter;

    if (absolute <= 0.7853981633974483) {
        *rest = x;
        *rest_low = 0;
        return 0;
    }
    if (absolute < 1e5) {
        /* pi/2 in parts of 33 bits: n times each is exact. */
        quarter = (int)(absolute * 0.6366197723675814 + 0.5);
        n = quarter;
        part = __pair_sum(absolute - n * MATH_PI_2_A, -n * MATH_PI_2_B, &part_low);
        part = __pair_add(part, part_low, -n * MATH_PI_2_C, -n * MATH_PI_2_D, &part_low);
        *rest = part;
        *rest_low = part_low;
    } else {
        quarter = reduce_large(absolute, rest, rest_low);
    }
    if (x < 0) {
        *rest = -*rest;
        *rest_low = -*rest_low;
        quarter = -quarter;
    }
    return quarter & 3;
}
