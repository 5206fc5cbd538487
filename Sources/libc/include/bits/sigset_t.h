#ifndef _MINICC_LIBC_BITS_SIGSET_T_H
#define _MINICC_LIBC_BITS_SIGSET_T_H

typedef struct { unsigned long __bits; } sigset_t;

#endif
