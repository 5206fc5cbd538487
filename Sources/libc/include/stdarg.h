#ifndef _MINICC_LIBC_STDARG_H
#define _MINICC_LIBC_STDARG_H

#ifndef _BITS_VA_LIST
#define _BITS_VA_LIST
typedef __builtin_va_list va_list;
#endif

#define va_start(list, last) __builtin_va_start(list, last)
#define va_arg(list, type) __builtin_va_arg(list, type)
#define va_copy(to, from) __builtin_va_copy(to, from)
#define va_end(list) __builtin_va_end(list)
#define __va_copy(to, from) __builtin_va_copy(to, from)

#endif
