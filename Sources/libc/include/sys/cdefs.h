/* What BSD's headers write declarations with. */
#ifndef _MINICC_LIBC_SYS_CDEFS_H
#define _MINICC_LIBC_SYS_CDEFS_H

#include <features.h>

#ifdef __cplusplus
#define __BEGIN_DECLS extern "C" {
#define __END_DECLS }
#define __THROW throw()
#else
#define __BEGIN_DECLS
#define __END_DECLS
#define __THROW
#endif
#define __P(arguments) arguments
#define __PMT(arguments) arguments
#define __CONCAT(a, b) a##b
#define __STRING(text) #text
#define __ptr_t void *
#define __attribute_pure__ __attribute__((__pure__))
#define __attribute_malloc__ __attribute__((__malloc__))
#define __nonnull(list) __attribute__((__nonnull__ list))
#define __GNUC_PREREQ(major, minor) 0

#endif
