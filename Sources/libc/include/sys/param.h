#ifndef _MINICC_LIBC_SYS_PARAM_H
#define _MINICC_LIBC_SYS_PARAM_H

#include <endian.h>
#include <limits.h>

#define MAXPATHLEN PATH_MAX
#define MIN(a, b) ((a) < (b) ? (a) : (b))
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define howmany(n, unit) (((n) + (unit) - 1) / (unit))
#define roundup(n, unit) (howmany(n, unit) * (unit))

#endif
