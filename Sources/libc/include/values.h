/* The limits under their System V names. */
#ifndef _MINICC_LIBC_VALUES_H
#define _MINICC_LIBC_VALUES_H

#include <limits.h>
#include <float.h>
#include <math.h>

#define CHARBITS CHAR_BIT
#define SHORTBITS 16
#define INTBITS 32
#define LONGBITS 64
#define PTRBITS 64
#define DOUBLEBITS 64
#define FLOATBITS 32
#define MAXSHORT SHRT_MAX
#define MINSHORT SHRT_MIN
#define MAXINT INT_MAX
#define MININT INT_MIN
#define MAXLONG LONG_MAX
#define MINLONG LONG_MIN
#define MAXDOUBLE DBL_MAX
#define MINDOUBLE DBL_MIN
#define MINFLOAT FLT_MIN
#define BITSPERBYTE CHAR_BIT
#define BITS(type) (CHAR_BIT * (int)sizeof(type))

#endif
