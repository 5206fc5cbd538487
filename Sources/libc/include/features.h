/* What the headers show: everything, unless the compiler was asked for strict ISO C and the program
   did not ask for more. Also the one spelling of "does not return" that all compilers take. */
#ifndef _MINICC_LIBC_FEATURES_H
#define _MINICC_LIBC_FEATURES_H

#if !defined(__STRICT_ANSI__) || defined(_POSIX_SOURCE) || defined(_POSIX_C_SOURCE) \
    || defined(_XOPEN_SOURCE) || defined(_GNU_SOURCE) || defined(_DEFAULT_SOURCE) \
    || defined(_BSD_SOURCE) || defined(_SVID_SOURCE)
#define __POSIX_VISIBLE 1
#endif

#define __NORETURN __attribute__((__noreturn__))

#endif
