/* Floating point in integers. A number in parts is fraction / 2^63 * 2^exponent with the fraction's top
   bit set; after an operation the fraction's last bit also stands for everything below it. */
#ifndef INTERNAL_SOFT_FLOAT_H
#define INTERNAL_SOFT_FLOAT_H

enum { SOFT_ZERO, SOFT_NUMBER, SOFT_INFINITE, SOFT_NAN };

/* Bits of the fraction, the leading one included: names the two formats. */
enum { SOFT_DOUBLE = 53, SOFT_FLOAT = 24 };

struct soft_number {
    int kind;
    int negative;
    int exponent;
    unsigned long fraction;
};

void __soft_unpack(struct soft_number *number, unsigned long bits, int precision);
unsigned long __soft_pack(const struct soft_number *number, int precision);

/* a op= b */
void __soft_add(struct soft_number *a, const struct soft_number *b);
void __soft_multiply(struct soft_number *a, const struct soft_number *b);
void __soft_divide(struct soft_number *a, const struct soft_number *b);

/* -1, 0, 1; 2 if one is not a number. */
int __soft_compare(unsigned long a, unsigned long b, int precision);

void __soft_from_integer(struct soft_number *number, unsigned long magnitude, int negative);
/* Truncated. Too large a value is the nearest that fits: all bits or 2^63 - 1 and -2^63. */
unsigned long __soft_to_unsigned(const struct soft_number *number);
long __soft_to_signed(const struct soft_number *number);

#endif
