#ifndef INTERNAL_SCAN_FLOAT_H
#define INTERNAL_SCAN_FLOAT_H

/* Reads a number as strtod does and rounds it once, to `precision` bits (53 or 24) with the exponent range
   that goes with it. The result is exact as a double in both cases. */
double __scan_float(const char *text, char **end, int precision);

#endif
