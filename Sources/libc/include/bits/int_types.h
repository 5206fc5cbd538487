#ifndef _MINICC_LIBC_BITS_INT_TYPES_H
#define _MINICC_LIBC_BITS_INT_TYPES_H

typedef signed char int8_t;
typedef short int16_t;
typedef int int32_t;
typedef long int64_t;

#endif
