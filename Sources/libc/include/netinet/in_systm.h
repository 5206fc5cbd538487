#ifndef _MINICC_LIBC_NETINET_IN_SYSTM_H
#define _MINICC_LIBC_NETINET_IN_SYSTM_H

#include <stdint.h>

typedef uint16_t n_short;
typedef uint32_t n_long;
typedef uint32_t n_time;

#endif
