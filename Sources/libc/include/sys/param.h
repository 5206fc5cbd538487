#ifndef _MINICC_LIBC_SYS_PARAM_H
#define _MINICC_LIBC_SYS_PARAM_H

#include <endian.h>
#include <limits.h>

#define MAXPATHLEN PATH_MAX
#define MIN(a, b) ((a) < (b) ? (a) : (b))
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define howmany(n, unit) (((n) + (unit) - 1) / (unit))
#define roundup(n, unit) (howmany(n, unit) * (unit))
#define setbit(bytes, bit) ((bytes)[(bit) / 8] |= 1 << (bit) % 8)
#define clrbit(bytes, bit) ((bytes)[(bit) / 8] &= ~(1 << (bit) % 8))
#define isset(bytes, bit) ((bytes)[(bit) / 8] & (1 << (bit) % 8))
#define isclr(bytes, bit) (((bytes)[(bit) / 8] & (1 << (bit) % 8)) == 0)

#endif
