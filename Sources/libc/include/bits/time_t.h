#ifndef _MINICC_LIBC_BITS_TIME_T_H
#define _MINICC_LIBC_BITS_TIME_T_H

typedef long time_t;

#endif
