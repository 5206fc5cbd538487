#ifndef INTERNAL_POWERS_H
#define INTERNAL_POWERS_H

/* 10^(16 (i - POWERS_BELOW)) as 64-bit fractions with the top bit set, rounded to nearest; the exponent of
   two that belongs to 10^e. */
enum { POWERS_BELOW = 22, POWERS_COUNT = 42 };

#define POWERS_EXPONENT(e) ((int)((217706L * (e)) >> 16) - 63)

extern const unsigned long __powers_large[POWERS_COUNT];

#endif
