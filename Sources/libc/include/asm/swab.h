#ifndef _MINICC_LIBC_ASM_SWAB_H
#define _MINICC_LIBC_ASM_SWAB_H

#include <bits/byteswap.h>

#define __arch_swab16(x) __bswap_16(x)
#define __arch_swab32(x) __bswap_32(x)
#define __arch_swab64(x) __bswap_64(x)

#endif
