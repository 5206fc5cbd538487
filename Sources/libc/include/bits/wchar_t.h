#ifndef _MINICC_LIBC_BITS_WCHAR_T_H
#define _MINICC_LIBC_BITS_WCHAR_T_H

/* The type of L'x', which only the compiler knows. */
#ifdef __WCHAR_TYPE__
typedef __WCHAR_TYPE__ wchar_t;
#else
typedef int wchar_t;
#endif

#endif
