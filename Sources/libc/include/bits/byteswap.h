#ifndef _MINICC_LIBC_BITS_BYTESWAP_H
#define _MINICC_LIBC_BITS_BYTESWAP_H

static __inline unsigned short __bswap_16(unsigned short x)
{
    return (unsigned short)(x >> 8 | x << 8);
}

static __inline unsigned int __bswap_32(unsigned int x)
{
    return x >> 24 | (x >> 8 & 0xff00) | (x << 8 & 0xff0000) | x << 24;
}

static __inline unsigned long __bswap_64(unsigned long x)
{
    return (unsigned long)__bswap_32((unsigned int)x) << 32 | __bswap_32((unsigned int)(x >> 32));
}

#endif
