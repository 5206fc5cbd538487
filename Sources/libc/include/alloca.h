#ifndef _MINICC_LIBC_ALLOCA_H
#define _MINICC_LIBC_ALLOCA_H

#include <bits/size_t.h>

/* tcc has a function of this name, the other compilers a built-in one. */
#ifdef __TINYC__
void *alloca(size_t size);
#else
#define alloca(size) __builtin_alloca(size)
#endif

#endif
