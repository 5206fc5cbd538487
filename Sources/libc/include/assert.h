/* May be included again with NDEBUG changed: no guard. */
#include <features.h>

#undef assert
#ifdef NDEBUG
#define assert(condition) ((void)0)
#else
#define assert(condition) \
    ((condition) ? (void)0 : __assert_fail(#condition, __FILE__, __LINE__, __func__))
#endif

#ifndef _MINICC_LIBC_ASSERT_H
#define _MINICC_LIBC_ASSERT_H

__NORETURN void __assert_fail(const char *condition, const char *file, unsigned int line,
                              const char *function);

#if defined(__STDC_VERSION__) && __STDC_VERSION__ >= 201112L && !defined(__cplusplus)
#define static_assert _Static_assert
#endif

#endif
