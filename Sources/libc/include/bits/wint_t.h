#ifndef _MINICC_LIBC_BITS_WINT_T_H
#define _MINICC_LIBC_BITS_WINT_T_H

typedef unsigned int wint_t;

#endif
