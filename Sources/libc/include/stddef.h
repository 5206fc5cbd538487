#ifndef _MINICC_LIBC_STDDEF_H
#define _MINICC_LIBC_STDDEF_H

#include <bits/null.h>
#include <bits/size_t.h>
#include <bits/wchar_t.h>

typedef long ptrdiff_t;

/* As aligned as any scalar type of the compiler. */
typedef union {
    long long __integer;
    long double __float;
} max_align_t;

/* Not every small compiler has the built-in form, and only that one is a constant expression of the
   strictest kind. */
#if defined(__GNUC__) || defined(__MINICC__)
#define offsetof(type, member) __builtin_offsetof(type, member)
#else
#define offsetof(type, member) ((size_t)&((type *)0)->member)
#endif

#endif
