#ifndef _MINICC_LIBC_BITS_SIZE_T_H
#define _MINICC_LIBC_BITS_SIZE_T_H

typedef unsigned long size_t;

#endif
