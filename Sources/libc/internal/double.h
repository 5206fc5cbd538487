/* Doubles and floats as bits. */
#ifndef INTERNAL_DOUBLE_H
#define INTERNAL_DOUBLE_H

union double_bits { double value; unsigned long bits; };
union float_bits { float value; unsigned int bits; };

unsigned long __double_bits(double value);
double __double_of_bits(unsigned long bits);
unsigned int __float_bits(float value);
float __float_of_bits(unsigned int bits);

#define DOUBLE_BITS(value) __double_bits(value)
#define DOUBLE_SIGN(bits) ((int)((bits) >> 63))
#define DOUBLE_EXPONENT(bits) ((int)((bits) >> 52) & 0x7ff)
#define DOUBLE_FRACTION(bits) ((bits) & 0xfffffffffffffUL)

#endif
