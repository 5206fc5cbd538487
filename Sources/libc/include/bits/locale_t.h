#ifndef _MINICC_LIBC_BITS_LOCALE_T_H
#define _MINICC_LIBC_BITS_LOCALE_T_H

typedef struct __locale *locale_t;

#endif
