#ifndef _MINICC_LIBC_BYTESWAP_H
#define _MINICC_LIBC_BYTESWAP_H

#include <bits/byteswap.h>

#define bswap_16(x) __bswap_16(x)
#define bswap_32(x) __bswap_32(x)
#define bswap_64(x) __bswap_64(x)

#endif
