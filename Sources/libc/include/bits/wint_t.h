#ifndef _BITS_WINT_T_H
#define _BITS_WINT_T_H

typedef unsigned int wint_t;

#endif
